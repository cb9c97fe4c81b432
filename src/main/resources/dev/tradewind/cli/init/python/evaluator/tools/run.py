"""Lets a rule order the jobs of shops and prints the orders: a line of JSON in, a line out.

It runs beside the rule, in the sandbox, and computes no score: what is printed is not believed,
only checked.
"""

import json
import math
import sys


def stop(cause, detail):
    print(json.dumps({"stop": cause, "detail": detail}), flush=True)
    sys.exit(0)


def load_rule(path):
    scope = {"__name__": "candidate"}
    with open(path, encoding="utf-8") as source:
        exec(compile(source.read(), "dispatch.py", "exec"), scope)
    return scope["priority"]


def order(rule, jobs):
    """Numbers of the jobs in the order they are done; of equal priorities the first comes first."""
    waiting, now, done = list(range(len(jobs))), 0, []
    while waiting:
        worth = [float(rule(*jobs[job], now)) for job in waiting]
        if any(math.isnan(one) for one in worth):
            stop("INVALID_RESULT", "a priority was not a number")
        job = waiting.pop(max(range(len(worth)), key=worth.__getitem__))
        done.append(job)
        now += jobs[job][0]
    return done


def main():
    lines = sys.stdin.read().splitlines()
    try:
        rule = load_rule("/candidate/dispatch.py")
        for line in lines:
            print(json.dumps(order(rule, json.loads(line))), flush=True)
    except Exception as thrown:
        stop("CRASH", "raised " + type(thrown).__name__)


if __name__ == "__main__":
    main()

"""Runs a dispatching rule on job shops: one line of JSON in, one schedule out, for each of them.

A schedule is built by Giffler and Thompson's procedure: of the machine on which an operation could
end first, one of the operations that could start before that end is started, the one the rule
likes best. The certificate is the order of jobs on each machine; the judge works out times itself.
"""

import json
import math
import sys


def load_rule(path):
    """The function `priority` of a candidate's file."""
    scope = {"__name__": "candidate"}
    with open(path, encoding="utf-8") as source:
        exec(compile(source.read(), "dispatch.py", "exec"), scope)
    return scope["priority"]


class Shop:
    """A job shop while it is being scheduled."""

    def __init__(self, jobs):
        self.jobs = jobs
        self.next = [0] * len(jobs)
        self.ready = [0] * len(jobs)
        machines = 1 + max(machine for job in jobs for machine, _ in job)
        self.free = [0] * machines
        self.load = [0] * machines
        for job in jobs:
            for machine, duration in job:
                self.load[machine] += duration
        self.left = [sum(duration for _, duration in job) for job in jobs]
        self.order = [[] for _ in range(machines)]

    def waiting(self):
        return [job for job, at in enumerate(self.next) if at < len(self.jobs[job])]

    def start(self, job):
        machine, _ = self.jobs[job][self.next[job]]
        return max(self.ready[job], self.free[machine])

    def conflict(self):
        """The jobs among which a choice has to be made, and when the first could end."""
        waiting = self.waiting()
        first = min(waiting, key=lambda job: self.start(job) + self.jobs[job][self.next[job]][1])
        machine, duration = self.jobs[first][self.next[first]]
        end = self.start(first) + duration
        rivals = [
            job
            for job in waiting
            if self.jobs[job][self.next[job]][0] == machine and self.start(job) < end
        ]
        return rivals

    def view(self, job):
        """What the rule is told of a job's next operation."""
        at = self.next[job]
        machine, duration = self.jobs[job][at]
        rest = self.jobs[job][at + 1 :]
        return (
            duration,
            self.left[job],
            len(self.jobs[job]) - at,
            self.start(job) - self.ready[job],
            self.load[machine],
            self.load[rest[0][0]] if rest else 0,
        )

    def run(self, job):
        machine, duration = self.jobs[job][self.next[job]]
        end = self.start(job) + duration
        self.ready[job] = self.free[machine] = end
        self.next[job] += 1
        self.left[job] -= duration
        self.load[machine] -= duration
        self.order[machine].append(job)


def stop(cause, detail):
    print(json.dumps({"stop": cause, "detail": detail}), flush=True)
    sys.exit(0)


def schedule(rule, jobs):
    """Order of jobs on each machine."""
    shop = Shop(jobs)
    for _ in range(sum(len(job) for job in jobs)):
        best, liked = None, -math.inf
        for job in shop.conflict():
            worth = rule(*shop.view(job))
            if not isinstance(worth, (int, float)) or not math.isfinite(worth):
                stop("INVALID_RESULT", "priority returned no finite number")
            if best is None or worth > liked:
                best, liked = job, worth
        shop.run(best)
    return shop.order


def main():
    lines = sys.stdin.read().splitlines()
    try:
        rule = load_rule("/candidate/dispatch.py")
        for line in lines:
            print(json.dumps({"order": schedule(rule, json.loads(line)["jobs"])}), flush=True)
    except Exception as thrown:
        stop("CRASH", "raised " + type(thrown).__name__)


if __name__ == "__main__":
    main()

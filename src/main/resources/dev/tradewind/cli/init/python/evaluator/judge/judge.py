"""The trusted half: makes shops and judges orders. It never meets a program.

It reads one JSON document a line and answers each with one; 'tradewind schema evaluator' says what
may stand in them. The tally of a shop is: cost of the order, cost if every job were late by the
whole schedule.
"""

import json
import random
import sys


def drawn(name, count, size, source):
    """Shops as in the OR-Library's tests of weighted tardiness: durations to 100, weights to 10,
    due times spread around six tenths of the schedule."""
    shops = []
    for _ in range(count):
        durations = [source.randint(1, 100) for _ in range(size)]
        length = sum(durations)
        shops.append(
            [
                [duration, source.randint(1, 10), source.randint(length // 5, length * 3 // 5)]
                for duration in durations
            ]
        )
    return {"name": name, "instances": shops}


def read(name, path):
    """Shops in a text file: one job on a line, an empty line between two shops."""
    shops = [[]]
    with open(path, encoding="utf-8") as file:
        for line in file:
            words = line.split("#")[0].split()
            if words:
                shops[-1].append([int(word) for word in words])
            elif not line.strip():
                shops.append([])
    return {"name": name, "instances": [shop for shop in shops if shop]}


def suites(request):
    source = random.Random(request["seed"])
    if request["split"] == "test":
        workshop = read("workshop", request["folder"] + "/data/workshop.txt")
        return {
            "suites": [
                drawn("40 jobs", 20, 40, source),
                drawn("100 jobs", 5, 100, source),
                workshop,
            ]
        }
    return {"suites": [drawn(request["split"], 10, 40, source)]}


def judge(request):
    shop, order = request["instance"], request["certificate"]
    if not isinstance(order, list) or not all(type(job) is int for job in order):
        return {"invalid": "no list of jobs"}
    if sorted(order) != list(range(len(shop))):
        return {"invalid": "not every job once"}
    now, cost = 0, 0
    for job in order:
        duration, weight, due = shop[job]
        now += duration
        cost += weight * max(0, now - due)
    return {"tally": [cost, sum(weight for _, weight, _ in shop) * now]}


def objectives(request):
    cost = sum(tally[0] for tally in request["tallies"])
    most = sum(tally[1] for tally in request["tallies"])
    return {"objectives": [100 * cost / most]}


def remark(request):
    return {"remark": ""}


def main():
    answers = {"suites": suites, "judge": judge, "objectives": objectives, "remark": remark}
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps(answers[request["ask"]](request)), flush=True)


if __name__ == "__main__":
    main()

"""The trusted half of the job-shop task: makes shops, and works out what schedules are worth.

It reads one JSON document a line and answers each with one (tradewind schema evaluator). It never
meets a candidate's code.
"""

import json
import sys


class TaillardRandom:
    """The generator of Taillard's benchmarks (1993), so that shops are drawn as his were."""

    MODULUS = 2147483647

    def __init__(self, seed):
        self.state = 1 + seed % (self.MODULUS - 1)

    def between(self, least, most):
        """A whole number, both ends included."""
        self.state = 16807 * self.state % self.MODULUS
        return least + int(self.state / self.MODULUS * (most - least + 1))


def shop(random, jobs, machines):
    """Durations 1 to 99; each job visits every machine once, in an order of its own."""
    durations = [[random.between(1, 99) for _ in range(machines)] for _ in range(jobs)]
    routes = [list(range(machines)) for _ in range(jobs)]
    for route in routes:
        for at in range(machines):
            other = random.between(at, machines - 1)
            route[at], route[other] = route[other], route[at]
    return {"jobs": [[list(pair) for pair in zip(*both)] for both in zip(routes, durations)]}


def lower_bound(jobs):
    """No schedule is shorter: the longest job, or the busiest machine with the shortest way to it
    and from it (Taillard 1993)."""
    machines = 1 + max(machine for job in jobs for machine, _ in job)
    bound = max(sum(duration for _, duration in job) for job in jobs)
    for machine in range(machines):
        busy, before, after = 0, [], []
        for job in jobs:
            at = next(at for at, (where, _) in enumerate(job) if where == machine)
            busy += job[at][1]
            before.append(sum(duration for _, duration in job[:at]))
            after.append(sum(duration for _, duration in job[at + 1 :]))
        bound = max(bound, busy + min(before) + min(after))
    return bound


def makespan(jobs, order):
    """When all is done if each machine works in this order, as early as possible; None if it never
    ends."""
    done = [0] * len(jobs)
    ready = [0] * len(jobs)
    at = [0] * len(order)
    free = [0] * len(order)
    left = sum(len(job) for job in jobs)
    moved = True
    while left and moved:
        moved = False
        for machine, queue in enumerate(order):
            while at[machine] < len(queue):
                job = queue[at[machine]]
                if done[job] >= len(jobs[job]) or jobs[job][done[job]][0] != machine:
                    break
                end = max(ready[job], free[machine]) + jobs[job][done[job]][1]
                ready[job] = free[machine] = end
                done[job] += 1
                at[machine] += 1
                left -= 1
                moved = True
    return None if left else max(ready)


def suites(request):
    sizes = {
        "training": [(10, 5), (15, 10)],
        "validation": [(12, 8), (15, 10)],
        "test": [(15, 15), (20, 15), (30, 10)],
    }[request["split"]]
    count = {"training": 6, "validation": 10, "test": 10}[request["split"]]
    random = TaillardRandom(request["seed"])
    made = [
        {
            "name": "%dx%d" % size,
            "instances": [shop(random, *size) for _ in range(count)],
        }
        for size in sizes
    ]
    if request["split"] == "test":
        with open(request["folder"] + "/hidden/ft06.json", encoding="utf-8") as file:
            made.append({"name": "ft06", "instances": [json.load(file)]})
    return {"suites": made}


def invalid(why):
    return {"invalid": why}


def judge(request):
    jobs, certificate = request["instance"]["jobs"], request["certificate"]
    order = certificate.get("order") if isinstance(certificate, dict) else None
    machines = 1 + max(machine for job in jobs for machine, _ in job)
    everyone = list(range(len(jobs)))
    if not isinstance(order, list) or len(order) != machines:
        return invalid("no order for each of %d machines" % machines)
    for machine, queue in enumerate(order):
        if not isinstance(queue, list) or not all(type(job) is int for job in queue):
            return invalid("machine %d: no list of jobs" % machine)
        if sorted(queue) != everyone:
            return invalid("machine %d: not every job once" % machine)
    length = makespan(jobs, order)
    if length is None:
        return invalid("the machines wait for each other for ever")
    return {"tally": [length, lower_bound(jobs)]}


def objectives(request):
    """Mean excess over the lower bound, in per cent."""
    excess = [100 * (length / bound - 1) for length, bound in request["tallies"]]
    return {"objectives": [sum(excess) / len(excess)]}


def remark(request):
    excess = [100 * (length / bound - 1) for length, bound in request["tallies"]]
    worst = max(range(len(excess)), key=excess.__getitem__)
    return {"remark": "worst on shop %d: %.1f %% over the bound" % (worst + 1, excess[worst])}


def main():
    answers = {"suites": suites, "judge": judge, "objectives": objectives, "remark": remark}
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps(answers[request["ask"]](request)), flush=True)


if __name__ == "__main__":
    main()

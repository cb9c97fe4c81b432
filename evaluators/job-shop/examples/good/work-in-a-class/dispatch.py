from math import sqrt


class Weights:
    work = 1.0
    own = 0.25


def priority(duration, work_left, operations_left, waited, machine_load, next_load):
    return Weights.work * work_left - Weights.own * sqrt(duration)

def priority(duration, work_left, operations_left, waited, machine_load, next_load):
    return work_left +

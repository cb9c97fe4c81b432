# Which waiting operation is worth starting next? Higher is sooner.


# EVOLVE-BLOCK-START
def priority(duration, work_left, operations_left, waited, machine_load, next_load):
    """Return a number; of all operations that could start first, the highest one starts.

    duration         time this operation takes on its machine
    work_left        time all operations left of its job take, this one included
    operations_left  number of them, this one included
    waited           time since its job's last operation ended
    machine_load     time still to be spent on its machine by all operations left
    next_load        the same for the machine its job goes to next; 0 after the last operation
    """
    return 1.0 * work_left + 1.0 * operations_left - 0.1 * duration + 0.1 * waited
# EVOLVE-BLOCK-END

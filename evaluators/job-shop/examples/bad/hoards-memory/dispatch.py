def priority(duration, work_left, operations_left, waited, machine_load, next_load):
    hoard = []
    while True:
        hoard.append(bytearray(1 << 20))

import socket

socket.create_connection(("127.0.0.1", 80))


def priority(duration, work_left, operations_left, waited, machine_load, next_load):
    return work_left

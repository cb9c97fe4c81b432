# Decides which job comes next.


# EVOLVE-BLOCK-START
def priority(duration, weight, due, now):
    """The job that is due first."""
    return -due
# EVOLVE-BLOCK-END

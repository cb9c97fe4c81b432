# Decides which job comes next.


# EVOLVE-BLOCK-START
def priority(duration, weight, due, now):
    """Not a number."""
    return float("nan")
# EVOLVE-BLOCK-END

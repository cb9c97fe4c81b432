# Decides which job comes next.


# EVOLVE-BLOCK-START
def priority(duration, weight, due, now):
    """Half a rule."""
    return -
# EVOLVE-BLOCK-END

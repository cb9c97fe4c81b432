# Decides which job comes next.


# EVOLVE-BLOCK-START
def priority(duration, weight, due, now):
    """Much weight for its duration first."""
    return weight / duration
# EVOLVE-BLOCK-END

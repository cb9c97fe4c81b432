# Decides which job comes next.


# EVOLVE-BLOCK-START
def priority(duration, weight, due, now):
    """Divides by nothing."""
    return weight / (duration - duration)
# EVOLVE-BLOCK-END

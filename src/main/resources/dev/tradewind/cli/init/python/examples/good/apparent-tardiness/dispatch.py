# Decides which job comes next.


# EVOLVE-BLOCK-START
from math import exp


def priority(duration, weight, due, now):
    """Apparent tardiness cost: weight over duration, fading with slack."""
    slack = max(0, due - duration - now)
    return weight / duration * exp(-slack / 100)
# EVOLVE-BLOCK-END

# Decides which job comes next.


# EVOLVE-BLOCK-START
from math import log


def priority(duration, weight, due, now):
    """Little time left first; weight and duration count little. The numbers can be tuned."""
    slack = max(0, due - duration - now)
    return 0.1 * log(weight) - 0.1 * log(duration) - 0.01 * slack
# EVOLVE-BLOCK-END

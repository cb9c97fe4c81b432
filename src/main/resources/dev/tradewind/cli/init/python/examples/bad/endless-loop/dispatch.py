# Decides which job comes next.


# EVOLVE-BLOCK-START
def priority(duration, weight, due, now):
    """Never comes back."""
    while True:
        now += duration
# EVOLVE-BLOCK-END

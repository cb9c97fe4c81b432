def urgency(duration):
    return duration

package dev.tradewind.evaluation;

/// Candidates in one kind of worker, and what the scorer made of their answers in processes that
/// never meet a candidate.
///
/// @param first for the first leg
/// @param onward for all further ones
record RelayWorkers(Workers first, ProcessWorkers onward) implements Workers {

    @Override
    public Heard hear(Executable candidate, Sitting sitting) {
        return sitting.way().leg() == 1 ? first.hear(candidate, sitting) : onward.hear(sitting);
    }

    @Override
    public void close() {
        first.close();
        onward.close();
    }
}

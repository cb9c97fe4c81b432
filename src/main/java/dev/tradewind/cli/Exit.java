package dev.tradewind.cli;

/// What the process ends with.
enum Exit {
    /// Done.
    FINISHED(0),
    /// A bug in tradewind.
    BUG(1),
    /// Wrong use, or a wrong task or campaign.
    USAGE(2),
    /// Stopped by the outside world: no sandbox, full disk, a failing evaluator. Resumable.
    OUTSIDE(3),
    /// The budget is spent and no program was scored.
    NO_VALID_CANDIDATE(4),
    /// Interrupted by the user. Resumable.
    INTERRUPTED(130);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}

package dev.tradewind.bench.provider;

/// What can go wrong with an answer.
public enum Fault {
    /// 429 with a `Retry-After`.
    RATE_LIMITED,
    /// 500.
    SERVER_ERROR,
    /// 503.
    UNAVAILABLE,
    /// 401, as if the key were wrong.
    UNAUTHORISED,
    /// 400, as if the request were wrong.
    REJECTED,
    /// 429 because nothing is left to pay with.
    OUT_OF_CREDIT,
    /// The connection is closed before a byte of an answer.
    RESET,
    /// The connection is closed in the middle of an answer.
    BROKEN_OFF,
    /// Nothing ever comes.
    HANG,
    /// JSON that ends too early.
    MALFORMED,
    /// A page for people, with code 200.
    HTML,
    /// An answer without choices.
    NO_CHOICES,
    /// A null where the text should be, and no usage.
    NULL,
    /// An empty text.
    EMPTY,
    /// Half a text, because of the limit of tokens.
    CUT_SHORT,
    /// Words, and no program.
    NO_CODE,
    /// No word of what was used.
    NO_USAGE,
    /// Ten times as late as usual.
    SLOW;

    /// Whether a well-formed answer comes, which is billed.
    boolean answers() {
        return compareTo(EMPTY) >= 0;
    }
}

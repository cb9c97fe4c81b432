package dev.tradewind.search;

/// Why a flight cannot land for now though nothing is wrong. The search ends with what has settled.
final class Grounded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean recordingEnded;

    private Grounded(String message, boolean recordingEnded) {
        super(message, null, false, false);
        this.recordingEnded = recordingEnded;
    }

    /// Someone asked to stop before its model was called.
    static Grounded stopped() {
        return new Grounded("asked to stop", false);
    }

    /// The recording has no answer for it.
    static Grounded unrecorded(String message) {
        return new Grounded(message, true);
    }

    boolean recordingEnded() {
        return recordingEnded;
    }
}

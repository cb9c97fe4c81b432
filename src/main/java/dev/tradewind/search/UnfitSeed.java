package dev.tradewind.search;

/// A task's starting program that cannot be scored, so that there is nothing to start from. The
/// message says why.
public final class UnfitSeed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitSeed(String message) {
        super(message);
    }
}

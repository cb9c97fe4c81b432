package dev.tradewind.proposer;

/// A provider of models has not answered for so long that the run had better wait: a fault of the
/// outside world, after which it can be resumed. The message names the rung and what was tried.
public final class ProviderDown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProviderDown(String message) {
        super(message);
    }
}

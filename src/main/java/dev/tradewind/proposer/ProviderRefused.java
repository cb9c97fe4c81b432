package dev.tradewind.proposer;

/// A provider will never answer as long as the campaign stays as it is: a wrong key, an unknown
/// model, a wrong address. The message names the rung, the value and the likely fix, never a key.
public final class ProviderRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProviderRefused(String message) {
        super(message);
    }
}

package dev.tradewind.sandbox;

/// Nothing but the contract: this rung keeps a child from nothing else.
final class SeparateProcessIT extends SandboxContract {

    SeparateProcessIT() {
        super(Isolation.PROCESS);
    }
}

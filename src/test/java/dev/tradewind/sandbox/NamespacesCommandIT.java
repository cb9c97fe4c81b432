package dev.tradewind.sandbox;

final class NamespacesCommandIT extends CommandContract {

    NamespacesCommandIT() {
        super(Isolation.NAMESPACES);
    }
}

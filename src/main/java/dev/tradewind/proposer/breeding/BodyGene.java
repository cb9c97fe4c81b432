package dev.tradewind.proposer.breeding;

import io.jenetics.Gene;

/// A body as Jenetics passes it from operator to operator. Valid are statements Java takes.
record BodyGene(Body body) implements Gene<Body, BodyGene> {

    @Override
    public Body allele() {
        return body;
    }

    /// Itself: what a body may become is for the operators to say.
    @Override
    public BodyGene newInstance() {
        return this;
    }

    @Override
    public BodyGene newInstance(Body other) {
        return new BodyGene(other);
    }

    @Override
    public boolean isValid() {
        boolean empty = body.tree().isLeaf() && !body.place().braces();
        return !empty
                && !Trees.any(body.tree(), BodyGene::nonsense)
                && Flow.sound(body, body.tree());
    }

    /// A function of operands it does not take.
    private static boolean nonsense(Symbol symbol) {
        return symbol instanceof Symbol.Apply apply && !apply.kind().known();
    }
}

package dev.tradewind.campaign;

import dev.tradewind.proposer.chat.ChatRung;

/// One proposer of the ladder.
public sealed interface Rung {

    /// As written in journals and reports; no two rungs of a ladder share one.
    String name();

    /// Its part of the flights, in proportion to the other rungs' shares; more than 0.
    double share();

    /// Mutation and crossover of syntax trees, no model: size 0, free of charge.
    record Breeding(String name, double share) implements Rung {}

    /// Moves numbers in programs, no model: size 0, free of charge.
    record Tuning(String name, double share) implements Rung {}

    /// A language model.
    record Chat(ChatRung model, double share) implements Rung {
        @Override
        public String name() {
            return model.name();
        }
    }
}

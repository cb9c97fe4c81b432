package dev.tradewind.campaign;

import dev.tradewind.budget.ModelSize;
import dev.tradewind.law.allocation.Position;
import dev.tradewind.proposer.chat.ChatRung;

/// One proposer of the ladder.
public sealed interface Rung {

    /// The size curve of language models.
    String MODELS = "models";

    /// As written in journals and reports; no two rungs of a ladder share one.
    String name();

    /// Its part of the flights, in proportion to the other rungs' shares; more than 0.
    double share();

    /// Where it stands among others by itself: breeding by the offspring it draws, models by their
    /// active parameters. [Ladder#position] places some more.
    Position position();

    /// Mutation and crossover of syntax trees, no model: size 0, free of charge.
    ///
    /// @param draws offspring drawn for a proposal, 1 or more; of several the one is proposed that
    ///   does best on some of the training instances
    record Breeding(String name, double share, int draws) implements Rung {

        /// Proposes what it draws.
        public Breeding(String name, double share) {
            this(name, share, 1);
        }

        @Override
        public Position position() {
            return new Position.OnCurve("breeding", draws);
        }
    }

    /// Moves numbers in programs, no model: size 0, free of charge.
    record Tuning(String name, double share) implements Rung {
        @Override
        public Position position() {
            return new Position.Beside();
        }
    }

    /// Crosses and moves settings, no model: size 0, free of charge.
    record Settings(String name, double share) implements Rung {
        @Override
        public Position position() {
            return new Position.Beside();
        }
    }

    /// A language model.
    ///
    /// @param capability share of a public benchmark's tasks that it passes; 0 when nobody says
    record Chat(ChatRung model, double share, double capability) implements Rung {

        /// Of a capability nobody tells.
        public Chat(ChatRung model, double share) {
            this(model, share, 0);
        }

        @Override
        public String name() {
            return model.name();
        }

        @Override
        public Position position() {
            return switch (model.size()) {
                case ModelSize.Active(double parameters) ->
                        new Position.OnCurve(MODELS, parameters);
                case ModelSize.Unknown _ -> new Position.Beside();
            };
        }
    }
}

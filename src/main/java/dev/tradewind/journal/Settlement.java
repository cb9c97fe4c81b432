package dev.tradewind.journal;

import dev.tradewind.evaluation.FailureCause;

import java.util.List;

/// What a landed flight changed, in the order of settling.
///
/// @param order place in the order of settling, from 1, within the line
/// @param flight the flight
/// @param consequence what became of its candidate
/// @param champion whether it is now called the best of the run
/// @param restarted islands emptied and reseeded because of stagnation, after this settlement
public record Settlement(
        Line line,
        long order,
        long flight,
        Consequence consequence,
        boolean champion,
        List<Integer> restarted) {

    public Settlement {
        restarted = List.copyOf(restarted);
    }

    public sealed interface Consequence {

        /// Kept as the first of its signature.
        record NewCluster() implements Consequence {}

        /// Kept beside others of its signature.
        record JoinedCluster() implements Consequence {}

        /// Scored, not kept.
        record NotKept() implements Consequence {}

        /// No program, but advice that later proposals are told.
        record Advised() implements Consequence {}

        /// Not offered. DUPLICATE when an earlier settled flight has the same fingerprint.
        record Rejected(FailureCause cause) implements Consequence {}
    }
}

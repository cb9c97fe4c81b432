package dev.tradewind.law.allocation;

import java.util.List;

/// One decision.
///
/// @param ranking names of the rungs that could be asked, the one to be asked first; others follow
///   for when it cannot be paid
/// @param beliefs it was made by, in the order of the ladder; none from a policy that believes
///   nothing
public record Allocation(List<String> ranking, List<Belief> beliefs) {

    public Allocation {
        ranking = List.copyOf(ranking);
        beliefs = List.copyOf(beliefs);
    }
}

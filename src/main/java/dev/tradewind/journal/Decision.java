package dev.tradewind.journal;

import dev.tradewind.law.allocation.Belief;

import java.util.List;

/// What was believed of the rungs when one of them was chosen for a flight. The plan tells which.
///
/// @param policy by which it was chosen, such as `law`
/// @param beliefs in the order of the ladder, recorded to three digits
public record Decision(Line line, long flight, String policy, List<Belief> beliefs) {

    public Decision {
        beliefs = List.copyOf(beliefs);
    }
}

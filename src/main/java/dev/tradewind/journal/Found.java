package dev.tradewind.journal;

import java.util.List;

/// What a user's name for a flight led to.
public sealed interface Found {

    record One(Flight flight) implements Found {}

    /// Nothing, or more than one.
    ///
    /// @param problem a sentence: what was asked, why it is no answer, what may have been meant
    /// @param suggestions brief program ids that lead to a flight; may be empty
    record Unclear(String problem, List<String> suggestions) implements Found {
        public Unclear {
            suggestions = List.copyOf(suggestions);
        }
    }
}

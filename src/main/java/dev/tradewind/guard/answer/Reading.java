package dev.tradewind.guard.answer;

import dev.tradewind.program.Program;

/// What was read out of an answer.
public sealed interface Reading {

    /// A program other than its parent, with the parent's fixed text.
    ///
    /// @param form how it was given: `whole file`, `region`, `body`, `search/replace` or `unified
    ///   diff`
    /// @param idea what the model says it did, one line of at most 160 characters; empty when it
    ///   says nothing
    record Read(Program program, String form, String idea) implements Reading {}

    /// No program came of it.
    ///
    /// @param detail why, in a line that may be told to the model
    record Unreadable(String detail) implements Reading {}
}

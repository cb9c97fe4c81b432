package dev.tradewind.guard.answer;

import dev.tradewind.program.Program;

/// A program read out of an answer.
///
/// @param form how it was given
/// @param rank how sure it is that it was meant
record Result(Program program, String form, Fit.Rank rank) {}

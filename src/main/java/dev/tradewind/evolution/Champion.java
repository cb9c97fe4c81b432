package dev.tradewind.evolution;

import dev.tradewind.archive.Elite;
import dev.tradewind.evaluation.Scores;

/// A validated elite.
///
/// @param validation what it reached on the validation instances, which breeding never sees
public record Champion(Elite elite, Scores validation) {}

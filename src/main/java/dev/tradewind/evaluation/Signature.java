package dev.tradewind.evaluation;

/// What a candidate reached on each instance, boiled down to 64 bits: candidates with equal
/// signatures did equally well on every single instance and share a cluster (FunSearch, Methods).
///
/// @param hash of the instances' tallies, in the task's order
public record Signature(long hash) {}

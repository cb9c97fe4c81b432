package quantizer.trellis;

import quantizer.reference.Sample;

/// Weights to be coded.
///
/// @param bits of a weight that records may take, scales apart
/// @param timed 0: not at all, 1: decoding is timed, 2: for twice as long
public record Weights(Sample sample, int bits, int timed) {}

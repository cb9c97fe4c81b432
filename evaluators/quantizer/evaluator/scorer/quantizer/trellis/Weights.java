package quantizer.trellis;

import quantizer.reference.Sample;

/// Weights to be coded.
///
/// @param bits of a weight that records may take, scales apart
/// @param timed 0: not at all, 1: decoding in cache, 2: from memory too
public record Weights(Sample sample, int bits, int timed) {}

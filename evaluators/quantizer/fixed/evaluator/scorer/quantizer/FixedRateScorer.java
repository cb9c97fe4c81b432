package quantizer;

import quantizer.codec.FixedRate;

/// The scorer of this task.
public final class FixedRateScorer extends FixedRate {}

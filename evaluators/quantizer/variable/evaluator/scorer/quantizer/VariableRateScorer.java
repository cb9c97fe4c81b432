package quantizer;

import quantizer.codec.VariableRate;

/// The scorer of this task.
public final class VariableRateScorer extends VariableRate {}

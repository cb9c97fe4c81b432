package dev.tradewind.guard;

/// The same at a variable rate.
final class VariableRateQuantizerIT extends QuantizerExamplesIT {

    @Override
    String folder() {
        return "evaluators/quantizer/variable";
    }
}

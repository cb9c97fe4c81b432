package dev.tradewind.guard;

/// The same for the second task.
final class CapSetExamplesIT extends ExamplesIT {

    @Override
    String folder() {
        return "evaluators/cap-set";
    }
}

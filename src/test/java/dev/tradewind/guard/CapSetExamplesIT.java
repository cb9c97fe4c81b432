package dev.tradewind.guard;

/// The same for the second task.
final class CapSetExamplesIT extends ExamplesIT {

    CapSetExamplesIT() {
        super("evaluators/cap-set");
    }
}

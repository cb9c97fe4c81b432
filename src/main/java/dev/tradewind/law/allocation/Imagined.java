package dev.tradewind.law.allocation;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/// How things may be, drawn from what is believed.
///
/// @param rates chance of each rung's first proposal of all
/// @param fades by which it falls after so many more improvements, a factor for each step
record Imagined(double[] rates, List<IntToDoubleFunction> fades) {

    Imagined {
        fades = List.copyOf(fades);
    }

    double now(int more) {
        double product = 1;
        for (IntToDoubleFunction fade : fades) {
            product *= fade.applyAsDouble(more);
        }
        return product;
    }
}

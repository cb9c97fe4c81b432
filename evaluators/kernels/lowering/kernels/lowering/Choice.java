package kernels.lowering;

import dev.tradewind.evaluation.Lowering.Unfit;

import java.util.SequencedMap;
import java.util.stream.Collectors;

/// A value for every knob.
public record Choice(SequencedMap<String, Long> values) {

    public int of(String knob) {
        return Math.toIntExact(values.get(knob));
    }

    public boolean on(String knob) {
        return values.get(knob) != 0;
    }

    /// @throws Unfit with this message unless the condition holds
    public static void require(boolean condition, String message, Object... values) throws Unfit {
        if (!condition) {
            throw new Unfit(message.formatted(values));
        }
    }

    /// Such as `VW=16 MR=5 NV=4`.
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(knob -> knob.getKey() + "=" + knob.getValue())
                .collect(Collectors.joining(" "));
    }
}

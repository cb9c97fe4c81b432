package quantizer.lowering;

import dev.tradewind.evaluation.Lowering.Unfit;

import java.util.List;
import java.util.Map;

import quantizer.lowering.Operation.Step;

/// A choice of settings that go together.
///
/// @param entries log2 of the table's entries, 0 without one
record Trellis(
        Map<String, Long> choice,
        Form form,
        Form.Output output,
        int bits,
        int fresh,
        int values,
        int entries,
        List<Step> steps) {

    static Trellis of(Map<String, Long> choice) throws Unfit {
        Form form = Form.values()[number(choice, "code")];
        int bits = number(choice, "bits");
        int fresh = number(choice, "fresh");
        int values = number(choice, "values");
        require(
                fresh <= bits,
                "fresh=%d of bits=%d. A step cannot bring more bits than a state has. Maybe bits=%d.",
                fresh,
                bits,
                fresh);
        require(
                fresh % values == 0,
                "fresh=%d for values=%d. Weights have a whole number of bits. Maybe fresh=4.",
                fresh,
                values);
        require(
                form.table() || values == 1,
                "code=%d gives one value a step, not values=2. Maybe code=1.",
                form.ordinal());
        int entries = form == Form.STATE ? bits : form == Form.HASH ? number(choice, "entries") : 0;
        require(
                form != Form.HASH || entries <= bits,
                "a hash of entries=%d bits of a state of bits=%d repeats itself. Maybe code=0.",
                entries,
                bits);
        Form.Output output =
                form.table() && number(choice, "floats") == 1
                        ? Form.Output.FLOAT_TABLE
                        : form.output;
        return new Trellis(
                choice, form, output, bits, fresh, values, entries, form.steps(choice));
    }

    static int number(Map<String, Long> choice, String knob) {
        return (int) (long) choice.get(knob);
    }

    private static void require(boolean fits, String message, Object... values) throws Unfit {
        if (!fits) {
            throw new Unfit(message.formatted(values));
        }
    }

    int number(String knob) {
        return number(choice, knob);
    }

    boolean on(String knob) {
        return number(knob) == 1;
    }

    /// Whether weights are spread over planes: then 64 neighbours are at equal bits of 64 bytes.
    boolean planes() {
        return form.table() && 8 % fresh == 0 && bitsPerWeight() == 2;
    }

    int bitsPerWeight() {
        return fresh / values;
    }

    /// Whether lookups stay in registers.
    boolean inRegisters() {
        return planes() && output == Form.Output.BYTE_TABLE && entries <= Trellises.MOST_ENTRIES;
    }

    /// Whether sixteen states at a time are computed with.
    boolean inLanes() {
        return !form.table() && bitsPerWeight() == 2;
    }

    /// Bytes before the bits of a record.
    int lead() {
        return on("scaled") ? Short.BYTES : 0;
    }

    int recordBytes() {
        return 256 * bitsPerWeight() / Byte.SIZE + lead();
    }
}

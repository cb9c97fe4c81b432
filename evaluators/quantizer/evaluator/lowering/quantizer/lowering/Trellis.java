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

    private static final int MOST_FRESH = 4;

    /// States beyond these make an encoder slower.
    private static final int FAST_BITS = 9;

    /// log2 of weights times states, about two seconds.
    private static final int MOST_WORK = 33;

    /// Fresh bits of a step that the work is meant for; twice the branches take twice the time.
    private static final int USUAL_FRESH = 2;

    static Trellis of(Map<String, Long> choice) throws Unfit {
        Form form = Form.values()[number(choice, "code")];
        if (form == Form.LATTICE) {
            return new Trellis(choice, form, form.output, 16, 16, 8, 8, List.of());
        }
        int bits = number(choice, "bits");
        int values = number(choice, "values");
        int fresh = number(choice, "rate") * values;
        require(
                fresh <= MOST_FRESH,
                "rate=%d for values=%d makes steps of %d bits, at most 4 are allowed. Maybe values=1.",
                number(choice, "rate"),
                values,
                fresh);
        require(
                fresh <= bits,
                "rate=%d and values=%d bring %d bits a step, more than bits=%d. Maybe bits=%d.",
                number(choice, "rate"),
                values,
                fresh,
                bits,
                fresh);
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
        training(choice, form, bits, fresh);
        Form.Output output =
                form.table() && number(choice, "floats") == 1
                        ? Form.Output.FLOAT_TABLE
                        : form.output;
        return new Trellis(
                choice, form, output, bits, fresh, values, entries, form.steps(choice));
    }

    /// A search should not wait long for a table that a smaller training makes as well.
    private static void training(Map<String, Long> choice, Form form, int bits, int fresh)
            throws Unfit {
        int sample = number(choice, "sample");
        int weights = sample + Integer.SIZE - Integer.numberOfLeadingZeros(number(choice, "rounds"));
        int states = Math.max(bits, FAST_BITS) + Math.max(fresh - USUAL_FRESH, 0);
        require(
                !form.table() || weights + states <= MOST_WORK,
                "rounds=%d of 2^sample=%d weights for bits=%d train for too long. Maybe rounds=16 and"
                        + " sample=%d.",
                number(choice, "rounds"),
                sample,
                bits,
                MOST_WORK - 5 - states);
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
        return (form.output == Form.Output.BYTE_MEAN || form.output == Form.Output.HALF_SUM)
                && bitsPerWeight() == 2;
    }

    /// Bytes before the bits of a record.
    int lead() {
        return on("scaled") ? Short.BYTES : 0;
    }

    int recordBytes() {
        return 256 * bitsPerWeight() / Byte.SIZE + lead();
    }
}

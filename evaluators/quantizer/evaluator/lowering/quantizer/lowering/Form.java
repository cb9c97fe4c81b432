package quantizer.lowering;

import static quantizer.lowering.Operation.ADD;
import static quantizer.lowering.Operation.AND;
import static quantizer.lowering.Operation.MULTIPLY;
import static quantizer.lowering.Operation.PARITY;
import static quantizer.lowering.Operation.ROTATE;
import static quantizer.lowering.Operation.XOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import quantizer.lowering.Operation.Step;

/// Kinds of codes, by the number of the knob `code`.
enum Form {
    /// The table's entry of the state.
    STATE(Output.BYTE_TABLE),
    /// The table's entry of a linear hash of the state.
    HASH(Output.BYTE_TABLE),
    /// QTIP's 1MAD (section 3.1.1) with any constants.
    MULTIPLY_ADD(Output.BYTE_MEAN),
    /// Two multiplications with a rotation between them.
    TWO_MULTIPLIES(Output.BYTE_MEAN),
    /// QTIP's 3INST (section 3.1.1) with any constants.
    HALVES(Output.HALF_SUM),
    /// The same without its addition.
    FEWER_HALVES(Output.HALF_SUM),
    /// Eight weights at a time as a point of E8, after QuIP# (Tseng and others, 2024).
    LATTICE(Output.LATTICE);

    /// What the register becomes, as the stream numbers it.
    enum Output {
        HALF_SUM,
        FLOAT_TABLE,
        BYTE_TABLE,
        /// The mean of its four bytes, rounded down, less 128.
        BYTE_MEAN,
        /// An entry of a table with signs turned and 1 added or taken off.
        LATTICE
    }

    final Output output;

    Form(Output output) {
        this.output = output;
    }

    boolean table() {
        return output == Output.BYTE_TABLE;
    }

    /// What is done to the register before it becomes a value.
    List<Step> steps(Map<String, Long> choice) {
        return switch (this) {
            case STATE, LATTICE -> List.of();
            case HASH -> rows(choice);
            case MULTIPLY_ADD ->
                    List.of(step(MULTIPLY, choice, "multiplier"), step(ADD, choice, "addend"));
            case TWO_MULTIPLIES ->
                    List.of(
                            step(MULTIPLY, choice, "multiplier"),
                            step(ROTATE, choice, "turn"),
                            step(MULTIPLY, choice, "second"));
            case HALVES ->
                    List.of(
                            step(MULTIPLY, choice, "multiplier"),
                            step(ADD, choice, "addend"),
                            step(AND, choice, "mask"),
                            step(XOR, choice, "flip"));
            case FEWER_HALVES ->
                    List.of(
                            step(MULTIPLY, choice, "multiplier"),
                            step(AND, choice, "mask"),
                            step(XOR, choice, "flip"));
        };
    }

    private static Step step(Operation operation, Map<String, Long> choice, String knob) {
        return new Step(operation, (int) (long) choice.get(knob));
    }

    /// The highest bit of the hash first: each step moves those before it up.
    private static List<Step> rows(Map<String, Long> choice) {
        List<Step> rows = new ArrayList<>();
        for (long row = choice.get("entries") - 1; row >= 0; row--) {
            rows.add(step(PARITY, choice, "row" + row));
        }
        return rows;
    }
}

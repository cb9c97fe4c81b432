package softmax.lowering;

import static kernels.lowering.Choice.require;

import dev.tradewind.evaluation.Lowering;
import dev.tradewind.evaluation.Space;
import dev.tradewind.evaluation.Space.Knob;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import kernels.lowering.Choice;
import kernels.lowering.Code;
import kernels.lowering.Exponential;
import kernels.lowering.RowProgram;

/// Schedules of softmax over rows. Further knobs than those of [RowProgram]:
///
/// | knob | meaning |
/// |---|---|
/// | SWEEPS | 3: maximum; exponentials and sum; scaling. 2: maximum and sum together, exponentials again |
/// | DEGREE | of the polynomial in the exponential |
/// | SCALEF | 1: exponents by AVX-512's reduce and scalef, 0: by shifts |
///
/// What limits it: an exponential takes about 6 + DEGREE vector operations, which for rows in cache
/// is more than reading and writing them takes. Two sweeps take twice as many, and pay where rows
/// are too long for the caches.
public final class Softmax implements Lowering {

    private static final int OP = 0;

    @Override
    public Space space() {
        return new Space(
                List.of(
                        new Knob.Steps("VW", List.of(8L, 16L)),
                        new Knob.Range("ROWS", 1, 8),
                        new Knob.Range("UV", 1, 8),
                        new Knob.Steps("SWEEPS", List.of(2L, 3L)),
                        new Knob.Steps("DEGREE", List.of(4L, 5L, 6L)),
                        new Knob.Kinds("SCALEF", List.of(0L, 1L)),
                        new Knob.Kinds("STREAM", List.of(0L, 1L))));
    }

    @Override
    public Map<String, String> lower(SequencedMap<String, Long> values) throws Unfit {
        Choice choice = new Choice(values);
        int sums = choice.of("ROWS") * choice.of("UV");
        require(sums <= 16, "ROWS times UV is %d sums, at most 16 are allowed. Maybe UV=1.", sums);
        require(
                choice.of("SWEEPS") == 2 || !choice.on("STREAM"),
                "STREAM=1 sends exponentials past the caches, where the third sweep needs them."
                        + " Maybe SWEEPS=2, or STREAM=0.");
        RowProgram program = new RowProgram(choice);
        Code code = new Code();
        program.head(code, "Softmax of rows.");
        code.add("");
        new Exponential(choice.of("DEGREE")).define(code, "power", choice.on("SCALEF") && choice.of("VW") == 16);
        code.add(
                """

                /* Less than all numbers; unlike infinity, it may be taken from itself. */
                static const float LEAST = -3.4e38f;
                static const float LOG2E = 1.4426950408889634f;
                """);
        Rows rows = new Rows(program, choice.of("SWEEPS") == 2);
        if (choice.of("ROWS") > 1) {
            rows.define(code, choice.of("ROWS"));
        }
        rows.define(code, 1);
        program.entry(code, OP);
        return Map.of("candidate.c", code.toString());
    }
}

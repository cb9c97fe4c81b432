package rmsnorm.lowering;

import static kernels.lowering.Choice.require;

import dev.tradewind.evaluation.Lowering;
import dev.tradewind.evaluation.Space;
import dev.tradewind.evaluation.Space.Knob;

import kernels.lowering.Choice;
import kernels.lowering.Code;
import kernels.lowering.RowProgram;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Schedules of rows x / sqrt(mean(x^2) + 1e-6) times g: two sweeps over each row, the second of
/// which finds it in the first cache. What limits it is how fast rows are read and written once.
/// Further knobs than those of [RowProgram]:
///
/// | knob | meaning |
/// |---|---|
/// | AHEAD | 1: the second sweep fetches the rows that come next |
public final class RmsNorm implements Lowering {

    private static final int OP = 1;

    @Override
    public Space space() {
        return new Space(
                List.of(
                        new Knob.Steps("VW", List.of(8L, 16L)),
                        new Knob.Range("ROWS", 1, 8),
                        new Knob.Range("UV", 1, 8),
                        new Knob.Kinds("STREAM", List.of(0L, 1L)),
                        new Knob.Kinds("AHEAD", List.of(0L, 1L))));
    }

    @Override
    public Map<String, String> lower(SequencedMap<String, Long> values) throws Unfit {
        Choice choice = new Choice(values);
        int sums = choice.of("ROWS") * choice.of("UV");
        require(sums <= 16, "ROWS times UV is %d sums, at most 16 are allowed. Maybe UV=1.", sums);
        RowProgram program = new RowProgram(choice);
        Code code = new Code();
        program.head(code, "Rows scaled to a mean square of one.");
        if (choice.of("ROWS") > 1) {
            rows(program, code, choice.of("ROWS"));
        }
        rows(program, code, 1);
        program.entry(code, OP);
        return Map.of("candidate.c", code.toString());
    }

    private static void rows(RowProgram program, Code code, int rows) {
        program.open(code, rows);
        program.declare(code, rows, "square", "{0}");
        program.sweep(rows)
                .add(
                        code,
                        "0.0f",
                        (row, vector, _) -> "square%d_%d += x * x;".formatted(row, vector));
        for (int row = 0; row < rows; row++) {
            code.add(
                    "const float factor%d = 1.0f / sqrtf(total(%s) / (float)C + 1e-6f);",
                    row, program.sum("square", row));
        }
        String next = "_mm_prefetch(X + %d * C + %%s, _MM_HINT_T0);\n".formatted(rows);
        String ahead = program.choice().on("AHEAD") ? next : "";
        program.sweep(rows)
                .add(
                        code,
                        "0.0f",
                        (row, _, from) -> ahead.formatted(from) + scaled(row, from));
        code.add("}");
    }

    private static String scaled(int row, String from) {
        String gain = from.substring(from.indexOf("+ c") + 2);
        return "STORE(Y + %s, x * factor%d * LOAD(g + %s));".formatted(from, row, gain);
    }
}

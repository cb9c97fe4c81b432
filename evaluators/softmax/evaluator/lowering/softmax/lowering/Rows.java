package softmax.lowering;

import kernels.lowering.Code;
import kernels.lowering.RowProgram;
import kernels.lowering.Sweep;

/// The function for some rows at once.
///
/// @param again whether exponentials are taken twice rather than stored in between
record Rows(RowProgram program, boolean again) {

    void define(Code code, int rows) {
        Sweep sweep = program.sweep(rows);
        program.open(code, rows);
        code.add("(void)g;");
        program.declare(code, rows, "most", "splat(LEAST)");
        program.declare(code, rows, "sum", "{0}");
        sweep.add(code, "LEAST", again ? Rows::both : Rows::most);
        for (int row = 0; row < rows; row++) {
            code.add("const float top%d = greatest(%s);", row, program.most("most", row));
        }
        if (again) {
            relate(code, rows);
        } else {
            sweep.add(code, "-INFINITY", Rows::exponentials);
        }
        for (int row = 0; row < rows; row++) {
            code.add("const float factor%d = 1.0f / total(%s);", row, program.sum("sum", row));
        }
        if (again) {
            sweep.add(code, "0.0f", Rows::weighed);
        } else {
            code.add("X = Y;");
            sweep.add(code, "0.0f", Rows::scaled);
        }
        code.add("}");
    }

    private static String most(int row, int vector, String from) {
        return "most%d_%d = greater(most%d_%d, x);".formatted(row, vector, row, vector);
    }

    private static String both(int row, int vector, String from) {
        return """
               const vec top = greater(most%1$d_%2$d, x);
               sum%1$d_%2$d = sum%1$d_%2$d * power((most%1$d_%2$d - top) * LOG2E) + power((x - top) * LOG2E);
               most%1$d_%2$d = top;
               """
                .formatted(row, vector);
    }

    /// Makes the sums of all lanes relative to one maximum.
    private void relate(Code code, int rows) {
        for (int row = 0; row < rows; row++) {
            for (int vector = 0; vector < program.choice().of("UV"); vector++) {
                code.add("sum%1$d_%2$d *= power((most%1$d_%2$d - top%1$d) * LOG2E);", row, vector);
            }
        }
    }

    private static String exponentials(int row, int vector, String from) {
        return """
               const vec p = power((x - top%1$d) * LOG2E);
               sum%1$d_%2$d += p;
               STORE(Y + %3$s, p);
               """
                .formatted(row, vector, from);
    }

    private static String scaled(int row, int vector, String from) {
        return "STORE(Y + %s, x * factor%d);".formatted(from, row);
    }

    private static String weighed(int row, int vector, String from) {
        return "STORE(Y + %s, power((x - top%d) * LOG2E) * factor%d);".formatted(from, row, row);
    }
}

package sgemm.lowering;

import kernels.lowering.Choice;
import kernels.lowering.Code;
import kernels.lowering.Tile;

/// One register tile over the depth of a block, for one number of rows.
record Kernel(Choice choice, Tile tile) {

    void define(Code code) {
        int rows = tile.rows();
        code.add("");
        code.add(
                "INLINE void tile_%d(int64_t depth, const float *a, int64_t a_row, const float *b,"
                        + " int64_t b_row, float *c, int64_t c_row, int more) {",
                rows);
        if (choice.on("PACKA")) {
            code.add("(void)a_row;");
        }
        tile.declare(code, vector -> "{0}");
        code.add("#pragma GCC unroll %d", choice.of("UK"));
        code.add("for (int64_t p = 0; p < depth; ++p) {");
        code.add("const float *const line = b + p * b_row;");
        fetch(code);
        tile.gain(
                code,
                row ->
                        choice.on("PACKA")
                                ? "a[p * %d + %d]".formatted(rows, row)
                                : "a[%d * a_row + p]".formatted(row),
                "load(line + %d * VW)"::formatted);
        code.add("}");
        put(code);
        code.add("}");
    }

    private void fetch(Code code) {
        int vectors = tile.vectors();
        int lines = Math.max(1, vectors * choice.of("VW") / 16);
        for (int line = 0; choice.on("PF") && line < lines; line++) {
            code.add("__builtin_prefetch(line + %d * b_row + %d);", choice.of("PF"), line * 16);
        }
    }

    private void put(Code code) {
        code.add("if (more) {");
        for (int row = 0; row < tile.rows(); row++) {
            for (int vector = 0; vector < tile.vectors(); vector++) {
                code.add(
                        "%s += load(c + %d * c_row + %d * VW);", tile.at(row, vector), row, vector);
            }
        }
        code.add("}");
        for (int row = 0; row < tile.rows(); row++) {
            for (int vector = 0; vector < tile.vectors(); vector++) {
                code.add("store(c + %d * c_row + %d * VW, %s);", row, vector, tile.at(row, vector));
            }
        }
    }
}

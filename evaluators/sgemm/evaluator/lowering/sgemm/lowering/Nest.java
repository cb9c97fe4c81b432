package sgemm.lowering;

import kernels.lowering.Choice;
import kernels.lowering.Code;
import kernels.lowering.Tile;
import kernels.lowering.Vectors;

import java.util.List;

/// The C program of a schedule: the loops, and copies where they belong between them.
final class Nest {

    private static final List<String> ORDERS = List.of("jpi", "jip", "pji", "pij", "ijp", "ipj");

    private final Choice choice;
    private final Vectors vectors;
    private final Tile tile;
    private final Code code = new Code();

    Nest(Choice choice, Vectors vectors, Tile tile) {
        this.choice = choice;
        this.vectors = vectors;
        this.tile = tile;
    }

    String text() {
        vectors.define(code, "C = A B in register tiles within blocks.", choice);
        sizes();
        for (int rows = tile.rows(); rows >= 1; rows--) {
            new Kernel(choice, new Tile(tile.name(), rows, tile.vectors())).define(code);
        }
        edges();
        copies();
        block();
        entry();
        return code.toString();
    }

    private void sizes() {
        int columns = tile.vectors() * vectors.width();
        code.add(
                """

                enum {
                MR = %d, /* rows of a tile */
                NV = %d, /* vectors of a tile */
                NR = NV * VW,
                KC = %d, /* depth of a block */
                MC = %d, /* its rows */
                NC = %d  /* its columns */
                };

                INLINE int64_t least(int64_t a, int64_t b) {
                return a < b ? a : b;
                }
                """,
                tile.rows(),
                tile.vectors(),
                choice.of("KC"),
                whole(choice.of("MC"), tile.rows()),
                whole(choice.of("NC"), columns));
    }

    private static int whole(int size, int unit) {
        return Math.max(unit, size - size % unit);
    }

    /// A tile by its number of rows, and one that reaches beyond the last column.
    private void edges() {
        code.add(
                """

                /* One block's depth, rows and columns, and where it is. */
                struct block {
                int64_t depth, rows, columns;
                const float *a, *b;
                int64_t a_row, b_row; /* from one row to the next, where not copied */
                float *c;
                int64_t c_row;
                int more;             /* adds to C */
                };

                INLINE void tile(int64_t rows, const struct block *at, const float *a, const float *b,
                int64_t b_row, float *c, int64_t c_row, int more) {
                switch (rows) {
                """);
        for (int rows = tile.rows(); rows >= 1; rows--) {
            code.add(rows == tile.rows() ? "default:" : "case %d:".formatted(rows));
            code.add("tile_%d(at->depth, a, at->a_row, b, b_row, c, c_row, more);", rows);
            code.add("break;");
        }
        code.add("}").add("}");
        code.add(
                """

                /* A tile of which only some columns exist. */
                APART void narrow_tile(int64_t rows, int64_t columns, const struct block *at,
                const float *a, const float *b, float *c) {
                float whole[MR * NR];
                tile(rows, at, a, b, NR, whole, NR, 0);
                for (int64_t i = 0; i < rows; ++i) {
                for (int64_t j = 0; j < columns; ++j) {
                const float before = at->more ? c[i * at->c_row + j] : 0.0f;
                c[i * at->c_row + j] = before + whole[i * NR + j];
                }
                }
                }
                """);
    }

    private void copies() {
        code.add(
                """

                /* Columns of B, NR wide, zeros where there are none. */
                APART void copy_panel(float *to, const float *b, int64_t b_row, int64_t depth,
                int64_t columns) {
                for (int64_t p = 0; p < depth; ++p, to += NR, b += b_row) {
                if (columns >= NR) {
                for (int v = 0; v < NV; ++v) {
                store(to + v * VW, load(b + v * VW));
                }
                continue;
                }
                for (int64_t j = 0; j < NR; ++j) {
                to[j] = j < columns ? b[j] : 0.0f;
                }
                }
                }
                """);
        if (choice.on("PACKB")) {
            code.add(
                    """

                    static void copy_b(float *to, const float *b, int64_t b_row, int64_t depth,
                    int64_t columns) {
                    for (int64_t j = 0; j < columns; j += NR) {
                    copy_panel(to + j * depth, b + j, b_row, depth, columns - j);
                    }
                    }
                    """);
        }
        if (choice.on("PACKA")) {
            code.add(
                    """

                    /* Rows of A, MR at a time or what is left, those of a tile side by side. */
                    static void copy_a(float *to, const float *a, int64_t a_row, int64_t rows,
                    int64_t depth) {
                    for (int64_t i = 0; i < rows; i += MR) {
                    const int64_t height = least(MR, rows - i);
                    for (int64_t r = 0; r < height; ++r) {
                    for (int64_t p = 0; p < depth; ++p) {
                    to[i * depth + p * height + r] = a[(i + r) * a_row + p];
                    }
                    }
                    }
                    }
                    """);
        }
    }

    /// The tiles of a block.
    private void block() {
        boolean columnsOuter = choice.of("INNER") == 0;
        String rows = "for (int64_t i = 0; i < at->rows; i += MR) {";
        String columns = "for (int64_t j = 0; j < at->columns; j += NR) {";
        code.add("").add("/* All tiles of a block; edge has room for a panel. */");
        code.add(
                "static void tiles(const struct block *at%s) {",
                choice.on("PACKB") ? "" : ", float *edge");
        if (!choice.on("PACKB")) {
            code.add("const int64_t last = at->columns - at->columns % NR;");
            code.add("if (last < at->columns) {");
            code.add("copy_panel(edge, at->b + last, at->b_row, at->depth, at->columns - last);");
            code.add("}");
        }
        code.add(columnsOuter ? columns : rows).add(columnsOuter ? rows : columns);
        code.add("const int64_t height = least(MR, at->rows - i);");
        code.add(
                "const float *const a = at->a + i * %s;",
                choice.on("PACKA") ? "at->depth" : "at->a_row");
        code.add("float *const c = at->c + i * at->c_row + j;");
        if (choice.on("PACKB")) {
            code.add("const float *const b = at->b + j * at->depth;");
            code.add("if (j + NR > at->columns) {");
            code.add("narrow_tile(height, at->columns - j, at, a, b, c);");
            code.add("} else {");
            code.add("tile(height, at, a, b, NR, c, at->c_row, at->more);");
        } else {
            code.add("if (j + NR > at->columns) {");
            code.add("narrow_tile(height, at->columns - j, at, a, edge, c);");
            code.add("} else {");
            code.add("tile(height, at, a, at->b + j, at->b_row, c, at->c_row, at->more);");
        }
        code.add("}").add("}").add("}").add("}");
    }

    private void entry() {
        code.add(
                """

                int tw_sgemm(int64_t M, int64_t N, int64_t K, const float *A, const float *B, float *C,
                void *scratch, size_t bytes) {
                const int64_t deep = least(KC, K);
                const int64_t room_a = %s, room_b = %s;
                float *const a = (float *)(((uintptr_t)scratch + 63) & ~(uintptr_t)63);
                float *const b = a + room_a;
                if (bytes < 64 + sizeof(float) * (size_t)(room_a + room_b)) {
                return 1;
                }
                """,
                choice.on("PACKA") ? "least(MC, M) * deep" : "0",
                choice.on("PACKB") ? "(least(NC, N) + NR) * deep" : "NR * deep");
        String order = ORDERS.get(choice.of("ORDER"));
        for (int level = 0; level < order.length(); level++) {
            loop(order.charAt(level));
            String bound = order.substring(0, level + 1);
            copyWhereBound(bound);
        }
        code.add("const struct block at = {");
        code.add(".depth = depth, .rows = rows, .columns = columns,");
        code.add(choice.on("PACKA") ? ".a = a, .a_row = 1," : ".a = A + i * K + p, .a_row = K,");
        code.add(choice.on("PACKB") ? ".b = b, .b_row = NR," : ".b = B + p * N + j, .b_row = N,");
        code.add(".c = C + i * N + j, .c_row = N, .more = p > 0,").add("};");
        code.add(choice.on("PACKB") ? "tiles(&at);" : "tiles(&at, b);");
        code.add("}").add("}").add("}").add("return 0;").add("}");
    }

    private void loop(char index) {
        code.add(
                switch (index) {
                    case 'j' ->
                            """
                            for (int64_t j = 0; j < N; j += NC) {
                            const int64_t columns = least(NC, N - j);
                            """;
                    case 'p' ->
                            """
                            for (int64_t p = 0; p < K; p += KC) {
                            const int64_t depth = least(KC, K - p);
                            """;
                    default ->
                            """
                            for (int64_t i = 0; i < M; i += MC) {
                            const int64_t rows = least(MC, M - i);
                            """;
                });
    }

    /// @param bound the loops opened so far, the last one just now
    private void copyWhereBound(String bound) {
        if (choice.on("PACKB") && justBound(bound, 'p', 'j')) {
            code.add("copy_b(b, B + p * N + j, N, depth, columns);");
        }
        if (choice.on("PACKA") && justBound(bound, 'i', 'p')) {
            code.add("copy_a(a, A + i * K + p, K, rows, depth);");
        }
    }

    private static boolean justBound(String bound, char one, char other) {
        String before = bound.substring(0, bound.length() - 1);
        return holds(bound, one, other) && !holds(before, one, other);
    }

    private static boolean holds(String bound, char one, char other) {
        return bound.indexOf(one) >= 0 && bound.indexOf(other) >= 0;
    }
}

package attention.lowering;

import kernels.lowering.Choice;
import kernels.lowering.Code;
import kernels.lowering.Exponential;
import kernels.lowering.Tile;

import java.util.ArrayList;
import java.util.List;

/// The C program of a schedule.
final class Program {

    private final Schedule schedule;
    private final Choice choice;
    private final Code code = new Code();

    Program(Schedule schedule, Choice choice) {
        this.schedule = schedule;
        this.choice = choice;
    }

    String text() {
        schedule.vectors()
                .define(code, "Attention, its scores transposed and never all stored.", choice);
        code.add("");
        schedule.exponential().define(code, "power", choice.on("SCALEF") && choice.of("VW") == 16);
        code.add("");
        new Exponential(6).define(code, "exact_power", choice.on("SCALEF") && choice.of("VW") == 16);
        code.add(
                """

                enum {
                MR = %d,  /* keys to a tile */
                NV = %d,  /* vectors of queries to a group, at most */
                BC = %d,  /* keys to a block */
                BR = %d,  /* groups that go over a block together */
                WIDE = NV * VW
                };

                /* Far below every score, yet its power of two is an honest zero. */
                static const float NEVER = -1e30f;

                /* How far, in powers of two, scores may outgrow what they are relative to. */
                #define ROOM %s

                /* A group of queries: lane i of vector v is query first + v * VW + i. nv is wide. */
                struct group {
                float *q;      /* [D][nv vectors], times log2(e) / sqrt(D) */
                float *o;      /* [D][nv vectors] */
                vec top[NV];   /* what scores are relative to */
                vec sum[NV];
                int64_t first; /* query */
                int wide;      /* nv */
                int begun;     /* 0: no scores yet */
                };

                /* Which of a tile's scores count: keys first .. last - 1, up to each query's own. */
                struct view {
                int64_t key;
                int64_t keys;
                int causal;
                };

                INLINE int64_t least(int64_t a, int64_t b) {
                return a < b ? a : b;
                }

                INLINE int exceeds(vec x, float bound) {
                const ivec above = x > bound;
                int any = 0;
                for (int i = 0; i < VW; ++i) {
                any |= above[i];
                }
                return any;
                }

                INLINE vec hide(vec score, ivec unseen, int beyond) {
                const ivec never = (ivec)splat(NEVER), where = unseen | -beyond;
                return (vec)(((ivec)score & ~where) | (never & where));
                }
                """,
                schedule.scores().rows(),
                schedule.scores().vectors(),
                schedule.block(),
                schedule.groups(),
                schedule.rescale() >= 2 ? "20.0f" : "0.0f");
        new Transposition(schedule.vectors().width()).define(code);
        for (int wide = schedule.scores().vectors(); wide >= 1; wide--) {
            new ScoreTile(schedule, choice, wide).define(code);
            outputs(wide);
        }
        new Driver(schedule, choice).define(code);
        return code.toString();
    }

    /// Output tiles of MR2 columns, and of powers of two for the columns that remain.
    private void outputs(int wide) {
        List<Integer> heights = heights();
        for (int rows : heights) {
            outputTile(new Tile("o", rows, wide));
        }
        code.add("");
        code.add("/* Adds a block's values, weighed by its exponentials. */");
        code.add(
                "INLINE void weigh_%d(int64_t D, struct group *g, const float *p, const float *v,"
                        + " int64_t keys) {",
                wide);
        code.add("int64_t d = 0;");
        for (int rows : heights) {
            code.add("for (; d + %d <= D; d += %d) {", rows, rows);
            code.add("weigh_%dx%d(D, g->o + d * %d * VW, p, v + d, keys);", rows, wide, wide);
            code.add("}");
        }
        if (choice.on("SUM")) {
            sums(wide);
        }
        code.add("}");
    }

    private List<Integer> heights() {
        List<Integer> heights = new ArrayList<>(List.of(schedule.outputs().rows()));
        for (int rows = 16; rows >= 1; rows /= 2) {
            if (rows < heights.getFirst()) {
                heights.add(rows);
            }
        }
        return heights;
    }

    private void outputTile(Tile tile) {
        int wide = tile.vectors();
        code.add("");
        code.add(
                "INLINE void weigh_%dx%d(int64_t D, float *o, const float *p, const float *v,"
                        + " int64_t keys) {",
                tile.rows(), wide);
        for (int row = 0; row < tile.rows(); row++) {
            for (int vector = 0; vector < wide; vector++) {
                code.add("vec %s = load(o + %d * VW);", tile.at(row, vector), row * wide + vector);
            }
        }
        code.add("#pragma GCC unroll %d", schedule.unroll());
        code.add("for (int64_t j = 0; j < keys; ++j) {");
        tile.gain(
                code,
                "v[j * D + %d]"::formatted,
                vector -> "load(p + (j * %d + %d) * VW)".formatted(wide, vector));
        code.add("}");
        for (int row = 0; row < tile.rows(); row++) {
            for (int vector = 0; vector < wide; vector++) {
                code.add("store(o + %d * VW, %s);", row * wide + vector, tile.at(row, vector));
            }
        }
        code.add("}");
    }

    private void sums(int wide) {
        code.add("for (int64_t j = 0; j < keys; ++j) {");
        for (int vector = 0; vector < wide; vector++) {
            code.add("g->sum[%d] += load(p + (j * %d + %d) * VW);", vector, wide, vector);
        }
        code.add("}");
    }
}

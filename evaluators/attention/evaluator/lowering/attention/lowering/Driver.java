package attention.lowering;

import kernels.lowering.Choice;
import kernels.lowering.Code;

/// The loops around the tiles and the entry point.
final class Driver {

    private final Schedule schedule;
    private final Choice choice;

    Driver(Schedule schedule, Choice choice) {
        this.schedule = schedule;
        this.choice = choice;
    }

    void define(Code code) {
        int widest = schedule.scores().vectors();
        for (int wide = widest; wide >= 1; wide--) {
            block(code, wide);
        }
        if (choice.on("PACK")) {
            pack(code);
        }
        code.add(
                """

                /* Vectors of a group when so many are left, so that no group is much narrower. */
                INLINE int evenly(int64_t vectors) {
                const int64_t groups = (vectors + NV - 1) / NV;
                return (int)((vectors + groups - 1) / groups);
                }
                """);
        attend(code);
        entry(code);
    }

    /// One group over one block of keys.
    private void block(Code code, int wide) {
        String tile = schedule.rescale() == 3 ? "swift" : "careful";
        code.add("").add("/* One group of queries over one block of keys. */");
        code.add(
                "INLINE void block_%d(int64_t D, struct group *g, float *p,%s"
                        + " const float *k, const float *v, struct view view) {",
                wide, choice.on("PACK") ? "" : " float *spare,");
        code.add("const int64_t keys = view.keys, start = view.key;");
        code.add("for (int64_t j = 0; j < keys; j += MR) {");
        code.add("view.key = start + j;").add("view.keys = keys - j;");
        code.add("const float *from = k + j * D;");
        if (choice.on("PACK")) {
            code.add("%s_%d(D, g, p, j, from, 1, MR, view);", tile, wide);
        } else {
            code.add("if (view.keys < MR) {");
            code.add("memset(spare, 0, sizeof(float) * (size_t)(MR * D));");
            code.add("memcpy(spare, from, sizeof(float) * (size_t)(view.keys * D));");
            code.add("from = spare;").add("}");
            code.add("%s_%d(D, g, p, j, from, D, 1, view);", tile, wide);
        }
        code.add("}");
        code.add("weigh_%d(D, g, p, v, keys);", wide);
        code.add("}");
    }

    private void pack(Code code) {
        code.add(
                """

                /* Keys MR by MR, those of a tile side by side; zeros where there are none. */
                static void pack(float *to, const float *k, int64_t keys, int64_t D) {
                for (int64_t j = 0; j < keys; j += MR) {
                for (int64_t d = 0; d < D; ++d) {
                for (int64_t r = 0; r < MR; ++r) {
                to[(j * D) + d * MR + r] = j + r < keys ? k[(j + r) * D + d] : 0.0f;
                }
                }
                }
                }
                """);
    }

    private void attend(Code code) {
        int widest = schedule.scores().vectors();
        code.add(
                """

                /* One head. Groups are as wide as the queries that are left allow. */
                INLINE void attend(int64_t N, int64_t D, int causal, const float *Q, const float *K,
                const float *V, float *O, float *scratch) {
                const float scale = 1.4426950408889634f / sqrtf((float)D);
                float *const p = scratch;
                float *const spare = p + (BC + MR) * WIDE;
                float *const queries = spare + ((BC + MR) * D + VW - 1) / VW * VW;
                float *const outputs = queries + BR * D * WIDE;
                struct group g[BR];
                int64_t i = 0;
                while (i < N) {
                int64_t groups = 0, first = i;
                for (int64_t b = 0; b < BR && first < N; ++b) {
                groups = b + 1;
                g[b].wide = evenly((N - first + VW - 1) / VW);
                g[b].q = queries + b * D * WIDE;
                g[b].o = outputs + b * D * WIDE;
                g[b].first = first;
                g[b].begun = 0;
                memset(g[b].o, 0, sizeof(float) * (size_t)(D * g[b].wide * VW));
                for (int v = 0; v < g[b].wide; ++v) {
                g[b].top[v] = g[b].sum[v] = splat(0.0f);
                turn(g[b].q + v * VW, g[b].wide * VW, Q + first * D, D, least(VW, N - first), D, scale);
                first = least(N, first + VW);
                }
                }
                """);
        code.add("for (int64_t j = 0; j < N; j += BC) {");
        if (choice.on("PACK")) {
            code.add("pack(spare, K + j * D, least(BC, N - j), D);");
        }
        code.add("for (int64_t b = 0; b < groups; ++b) {");
        if (choice.on("SKIP")) {
            code.add("const int64_t last = causal ? least(N, g[b].first + g[b].wide * VW) : N;");
        } else {
            code.add("const int64_t last = N;");
        }
        code.add("const struct view view = {j, least(BC, last - j), causal};");
        code.add("if (view.keys <= 0) {").add("continue;").add("}");
        code.add("switch (g[b].wide) {");
        for (int wide = widest; wide >= 1; wide--) {
            code.add(wide == 1 ? "default:" : "case %d:".formatted(wide));
            code.add(
                    "block_%d(D, &g[b], p, spare%s, V + j * D, view);",
                    wide, choice.on("PACK") ? "" : ", K + j * D");
            code.add("break;");
        }
        code.add("}").add("}").add("}");
        code.add(
                """
                for (int64_t b = 0; b < groups; ++b) {
                for (int v = 0; v < g[b].wide; ++v) {
                const int64_t at = least(N, g[b].first + v * VW);
                turn_back(O + at * D, D, g[b].o + v * VW, g[b].wide * VW, least(VW, N - at), D,
                1.0f / g[b].sum[v]);
                }
                }
                i = first;
                }
                }
                """);
    }

    private void entry(Code code) {
        code.add(
                """

                int tw_attn(int64_t H, int64_t N, int64_t D, int causal, const float *Q,
                const float *K, const float *V, float *O, void *scratch, size_t bytes) {
                float *const aligned = (float *)(((uintptr_t)scratch + 63) & ~(uintptr_t)63);
                const int64_t need = (BC + MR) * (WIDE + D) + VW + 2 * BR * D * WIDE;
                if (bytes < 64 + sizeof(float) * (size_t)need) {
                return 1;
                }
                for (int64_t h = 0; h < H; ++h) {
                const int64_t at = h * N * D;
                """);
        if (choice.on("D64")) {
            code.add("if (D == 64) {");
            code.add("attend(N, 64, causal, Q + at, K + at, V + at, O + at, aligned);");
            code.add("continue;").add("}");
        }
        code.add("attend(N, D, causal, Q + at, K + at, V + at, O + at, aligned);");
        code.add("}").add("return 0;").add("}");
    }
}

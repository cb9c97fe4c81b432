package attention.lowering;

import kernels.lowering.Choice;
import kernels.lowering.Code;
import kernels.lowering.Tile;

/// A tile of scores, turned into exponentials before it leaves the registers.
final class ScoreTile {

    private final Schedule schedule;
    private final Choice choice;
    private final Tile tile;
    private final int wide;

    ScoreTile(Schedule schedule, Choice choice, int wide) {
        this.schedule = schedule;
        this.choice = choice;
        this.wide = wide;
        this.tile = new Tile("s", schedule.scores().rows(), wide);
    }

    void define(Code code) {
        raise(code);
        if (schedule.relative()) {
            summedAnew(code);
        }
        if (schedule.rescale() == 3) {
            careful(code, "APART");
            swift(code);
        } else {
            careful(code, "INLINE");
        }
    }

    /// What follows when scores outgrow what they are relative to.
    private void raise(Code code) {
        code.add("");
        code.add("/* Makes all that a group has so far relative to its maxima with these. */");
        code.add(
                "APART void raise_%d(int64_t D, struct group *g, float *p, int64_t keys,"
                        + " const vec *most) {",
                wide);
        code.add("for (int v = 0; v < %d; ++v) {", wide);
        code.add("const vec top = g->begun ? greater(g->top[v], most[v]) : most[v];");
        code.add("const vec shrink = g->begun ? exact_power(g->top[v] - top) : splat(0.0f);");
        code.add("g->top[v] = top;").add("g->sum[v] *= shrink;");
        code.add("for (int64_t d = 0; g->begun && d < D; ++d) {");
        code.add("float *const o = g->o + (d * %d + v) * VW;", wide);
        code.add("store(o, load(o) * shrink);").add("}");
        code.add("for (int64_t j = 0; j < keys; ++j) {");
        code.add("float *const weight = p + (j * %d + v) * VW;", wide);
        code.add("store(weight, load(weight) * shrink);");
        code.add("}").add("}").add("g->begun = 1;").add("}");
    }

    private void head(Code code, String kind, String name) {
        code.add("");
        code.add(
                "%s void %s_%d(int64_t D, struct group *g, float *p, int64_t done, const float *k,"
                        + " int64_t row, int64_t step, struct view view) {",
                kind, name, wide);
        code.add("const float *q = g->q;");
    }

    private void dot(Code code) {
        tile.declare(code, schedule.relative() ? "-g->top[%d]"::formatted : _ -> "{0}");
        code.add("#pragma GCC unroll %d", schedule.unroll());
        code.add("for (int64_t d = 0; d < D; ++d) {");
        tile.gain(
                code,
                "k[%d * row + d * step]"::formatted,
                vector -> "load(q + (d * %d + %d) * VW)".formatted(wide, vector));
        code.add("}");
    }

    /// Scores that must not count are moved far below all others.
    private void mask(Code code) {
        code.add("const int64_t seen = view.causal ? g->first - view.key : INT32_MAX / 2;");
        code.add("if (view.keys < MR || seen < MR) {");
        code.add("const ivec lane = {%s};", lanes());
        for (int row = 0; row < tile.rows(); row++) {
            for (int vector = 0; vector < wide; vector++) {
                code.add(
                        "%s = hide(%s, lane + (int32_t)(seen + %d) < %d, view.keys <= %d);",
                        tile.at(row, vector),
                        tile.at(row, vector),
                        vector * schedule.vectors().width(),
                        row,
                        row);
            }
        }
        code.add("}");
    }

    private String lanes() {
        return String.join(
                ", ",
                java.util.stream.IntStream.range(0, schedule.vectors().width())
                        .mapToObj(Integer::toString)
                        .toList());
    }

    private void careful(Code code, String kind) {
        code.add("").add("/* Exponentials of a tile, after a look at its maxima. */");
        head(code, kind, "careful");
        dot(code);
        mask(code);
        code.add("vec most[%d];", wide);
        for (int vector = 0; vector < wide; vector++) {
            code.add("most[%d] = %s;", vector, tile.at(0, vector));
            for (int row = 1; row < tile.rows(); row++) {
                code.add("most[%d] = greater(most[%d], %s);", vector, vector, tile.at(row, vector));
            }
        }
        if (schedule.relative()) {
            again(code);
        } else {
            code.add("if (%s) {", condition("most[%1$d] - g->top[%1$d]"));
            code.add("raise_%d(D, g, p, done, most);", wide).add("}");
            for (int row = 0; row < tile.rows(); row++) {
                for (int vector = 0; vector < wide; vector++) {
                    code.add("%s -= g->top[%d];", tile.at(row, vector), vector);
                }
            }
        }
        powers(code);
        code.add("}");
    }

    /// Scores are sums that start at minus the maximum. So that equal keys have equal scores to the
    /// last bit, they are summed anew when it changes, not corrected.
    private void again(Code code) {
        code.add("if (%s) {", condition("most[%d]"));
        code.add("for (int v = 0; v < %d; ++v) {", wide);
        code.add("most[v] += g->top[v];").add("}");
        code.add("raise_%d(D, g, p, done, most);", wide);
        code.add("again_%d(D, g, p, done, k, row, step, view);", wide);
        code.add("return;").add("}");
    }

    private String condition(String growth) {
        if (schedule.rescale() == 0) {
            return "1";
        }
        StringBuilder any = new StringBuilder("!g->begun");
        for (int vector = 0; vector < wide; vector++) {
            any.append(" || exceeds(%s, ROOM)".formatted(growth.formatted(vector)));
        }
        return any.toString();
    }

    private void powers(Code code) {
        boolean sums = !choice.on("SUM");
        for (int row = 0; row < tile.rows(); row++) {
            for (int vector = 0; vector < wide; vector++) {
                code.add("%s = power(%s);", tile.at(row, vector), tile.at(row, vector));
                code.add(
                        "store(p + (done * %d + %d) * VW, %s);",
                        wide, row * wide + vector, tile.at(row, vector));
            }
        }
        if (sums) {
            for (int vector = 0; vector < wide; vector++) {
                code.add("g->sum[%d] += %s;", vector, sum(vector));
            }
        }
    }

    private String sum(int vector) {
        StringBuilder sum = new StringBuilder(tile.at(0, vector));
        for (int row = 1; row < tile.rows(); row++) {
            sum.append(" + ").append(tile.at(row, vector));
        }
        return sum.toString();
    }

    private void summedAnew(Code code) {
        code.add("").add("/* Exponentials of a tile whose maxima are known. */");
        head(code, "APART", "again");
        dot(code);
        mask(code);
        powers(code);
        code.add("}");
    }

    /// Without maxima: were a score to exceed its bound by much, the sum of the powers shows it.
    private void swift(Code code) {
        code.add("").add("/* Exponentials of a tile, unless they turn out too large. */");
        head(code, "INLINE", "swift");
        dot(code);
        mask(code);
        for (int row = 0; row < tile.rows(); row++) {
            for (int vector = 0; vector < wide; vector++) {
                code.add("%s = power(%s);", tile.at(row, vector), tile.at(row, vector));
                code.add(
                        "store(p + (done * %d + %d) * VW, %s);",
                        wide, row * wide + vector, tile.at(row, vector));
            }
        }
        for (int vector = 0; vector < wide; vector++) {
            code.add("const vec sum%d = %s;", vector, sum(vector));
        }
        StringBuilder any = new StringBuilder("!g->begun");
        for (int vector = 0; vector < wide; vector++) {
            any.append(" || exceeds(sum%d, 1048576.0f)".formatted(vector));
        }
        code.add("if (__builtin_expect(%s, 0)) {", any);
        code.add("careful_%d(D, g, p, done, k, row, step, view);", wide);
        code.add("return;").add("}");
        for (int vector = 0; vector < wide; vector++) {
            code.add("g->sum[%d] += sum%d;", vector, vector);
        }
        code.add("}");
    }
}

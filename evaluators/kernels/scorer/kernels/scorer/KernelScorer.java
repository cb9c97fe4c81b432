package kernels.scorer;

import dev.tradewind.evaluation.Judgement;
import dev.tradewind.evaluation.Material;
import dev.tradewind.evaluation.Measures;
import dev.tradewind.evaluation.Scorer;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Suite;
import dev.tradewind.evaluation.Tally;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Speed of a kernel against the best reference of the same run: the geometric mean over the timed
/// shapes. Shared by all kernel tasks, which differ in their parameters:
///
/// * `kernel`, as the referee knows it, and `sizes`, the names of its sizes in order;
/// * `checked`: shapes that are only checked, before anything is timed;
/// * `training`, `validation`, `test`: shapes that are timed, such as `512x512x512 4096x4096/cold`,
///   or `none`;
/// * `limit`: the greatest error that passes; `hopeless` and `seconds`: see [Shape.Terms].
///
/// Each timed shape is a suite of its own.
public final class KernelScorer implements Scorer<Shape> {

    @Override
    public List<Suite<Shape>> suites(Split split, Material material) {
        List<Suite<Shape>> suites = new ArrayList<>();
        suites.add(new Suite<>("small", shapes("checked", false, material)));
        String timed = split.name().toLowerCase(Locale.ROOT);
        for (Shape shape : shapes(timed, true, material)) {
            suites.add(new Suite<>(shape.shape(), List.of(shape)));
        }
        return suites;
    }

    private static List<Shape> shapes(String parameter, boolean timed, Material material) {
        List<String> names = words(material.parameter("sizes"));
        Shape.Terms terms =
                new Shape.Terms(
                        number("limit", material),
                        number("hopeless", material),
                        number("seconds", material));
        return words(material.parameter(parameter)).stream()
                .map(shape -> Shape.of(material.parameter("kernel"), names, shape, timed, terms))
                .toList();
    }

    private static double number(String parameter, Material material) {
        return Double.parseDouble(material.parameter(parameter));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .filter(word -> !word.equals("none"))
                .toList();
    }

    @Override
    public void write(Shape shape, DataOutput out) throws IOException {
        out.write(shape.line().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Judgement judge(Shape shape, DataInput certificate) throws IOException {
        return Timing.judge(shape, Certificate.read(certificate));
    }

    /// 1 where nothing is timed, as in a stage that only checks.
    @Override
    public Scores objectives(Split split, List<Tally> tallies) {
        double logarithms =
                tallies.stream()
                        .filter(Timing::timed)
                        .mapToDouble(tally -> Math.log(Timing.of(tally).ratio()))
                        .average()
                        .orElse(0);
        return Scores.of(Math.exp(logarithms));
    }

    /// Share of what this core can do, and ratio, on the worst shape, in % and x; how far the
    /// reference is from itself at most, in %; greatest error; bytes of the shared object; share of
    /// the shapes whose reference is a tuned library, in %.
    @Override
    public Measures measures(Split split, List<Tally> tallies) {
        List<Timing> all = tallies.stream().map(Timing::of).toList();
        List<Timing> timed = tallies.stream().filter(Timing::timed).map(Timing::of).toList();
        return Measures.of(
                100 * least(timed, Timing::roof),
                least(timed, Timing::ratio),
                100 * most(timed, timing -> Math.abs(timing.again() - 1)),
                most(all, Timing::error),
                most(all, Timing::binary),
                100 * timed.stream().mapToInt(one -> one.library() ? 1 : 0).average().orElse(0));
    }

    /// 0 where there is none.
    private static double least(List<Timing> timings, ToDoubleFunction<Timing> amount) {
        return timings.stream().mapToDouble(amount).min().orElse(0);
    }

    private static double most(List<Timing> timings, ToDoubleFunction<Timing> amount) {
        return timings.stream().mapToDouble(amount).max().orElse(0);
    }

    @Override
    public String remark(List<Tally> tallies) {
        return tallies.stream()
                .filter(Timing::timed)
                .map(Timing::of)
                .map(
                        timing ->
                                String.format(
                                        Locale.ROOT,
                                        "%.3f x %s, %.0f %% of the roof",
                                        timing.ratio(),
                                        timing.library() ? "the library" : "the shipped kernel",
                                        100 * timing.roof()))
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
    }

    @Override
    public String describe(Shape shape, DataInput certificate) throws IOException {
        return Timing.describe(shape, Certificate.read(certificate));
    }
}

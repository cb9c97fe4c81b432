package kernels.scorer;

import dev.tradewind.evaluation.Judgement;
import dev.tradewind.evaluation.Lowering;
import dev.tradewind.evaluation.Material;
import dev.tradewind.evaluation.Measures;
import dev.tradewind.evaluation.Scorer;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Space;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Suite;
import dev.tradewind.evaluation.Tally;

import sgemm.lowering.Sgemm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;

/// Speed of the schedules a candidate chooses: the geometric mean over shapes of the speed against
/// the best reference of the same run.
///
/// The candidate says what to do in twelve numbers. They are checked here against the space of
/// schedules, lowered to C here, and only that text goes on to be built and timed. Nothing measured
/// is kept: what is run again is measured again, and schedules that are chosen often cost their
/// time as often.
///
/// Parameters: `training`, `validation` and `test` list shapes as `kind=MxNxK`, those of a kind in
/// one suite; `caches` the sizes of the caches in KiB, or `machine`; the others as for
/// [KernelScorer]'s.
public final class ChooserScorer implements Scorer<Leg> {

    private static final List<String> SIZES = List.of("m", "n", "k");
    private static final int NONE = -1;
    private static final int LONGEST_REASON = 300;

    private final Lowering lowering = new Sgemm();

    @Override
    public List<Suite<Leg>> suites(Split split, Material material) throws IOException {
        Shape.Terms terms =
                new Shape.Terms(
                        number("limit", material),
                        number("hopeless", material),
                        number("seconds", material));
        int[] caches = Caches.of(material.parameter("caches"));
        SequencedMap<String, List<Leg>> kinds = new LinkedHashMap<>();
        String list = material.parameter(split.name().toLowerCase(Locale.ROOT));
        for (String entry : list.strip().split("\\s+")) {
            String[] parts = entry.split("=", 2);
            Shape shape = Shape.of("sgemm", SIZES, parts[1], true, terms);
            kinds.computeIfAbsent(parts[0], _ -> new ArrayList<>())
                    .add(new Leg.Asked(shape, caches));
        }
        return kinds.entrySet().stream()
                .map(kind -> new Suite<>(kind.getKey(), kind.getValue()))
                .toList();
    }

    private static double number(String parameter, Material material) {
        return Double.parseDouble(material.parameter(parameter));
    }

    @Override
    public int legs() {
        return 2;
    }

    @Override
    public void write(Leg leg, DataOutput out) throws IOException {
        switch (leg) {
            case Leg.Asked(Shape shape, int[] caches) -> {
                for (long size : shape.sizes()) {
                    out.writeInt(Math.toIntExact(size));
                }
                for (int cache : caches) {
                    out.writeInt(cache);
                }
            }
            case Leg.Timed timed -> out.write(timed.line().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public Judgement judge(Leg leg, DataInput certificate) throws IOException {
        return switch (leg) {
            case Leg.Asked asked -> chosen(asked.shape(), certificate);
            case Leg.Timed timed -> Timing.judge(timed.shape(), Certificate.read(certificate));
        };
    }

    private Judgement chosen(Shape shape, DataInput in) throws IOException {
        int count = in.readInt();
        if (count == NONE) {
            return new Judgement.Invalid(printable(in.readUTF()));
        }
        List<Space.Knob> knobs = lowering.space().knobs();
        if (count != knobs.size()) {
            return new Judgement.Invalid("a schedule of %d settings".formatted(count));
        }
        SequencedMap<String, Long> choice = new LinkedHashMap<>();
        for (Space.Knob knob : knobs) {
            long value = in.readInt();
            if (!knob.takes(value)) {
                return new Judgement.Invalid(
                        "%s=%d, allowed are %s".formatted(knob.name(), value, knob.allowed()));
            }
            choice.put(knob.name(), value);
        }
        return lowered(shape, choice);
    }

    private Judgement lowered(Shape shape, SequencedMap<String, Long> choice) {
        try {
            Map<String, String> files = lowering.lower(choice);
            return new Judgement.Onward(new Leg.Timed(shape, String.join("\n", files.values())));
        } catch (Lowering.Unfit wrong) {
            return new Judgement.Invalid("" + wrong.getMessage());
        }
    }

    private static String printable(String text) {
        String plain = text.replaceAll("[^ -~]", "?");
        return plain.substring(0, Math.min(LONGEST_REASON, plain.length()));
    }

    @Override
    public Scores objectives(Split split, List<Tally> tallies) {
        double logarithms =
                timings(tallies).stream()
                        .mapToDouble(timing -> Math.log(timing.ratio()))
                        .average()
                        .orElseThrow();
        return Scores.of(Math.exp(logarithms));
    }

    /// Ratio on the worst shape, in x; least share of what this core can do, and how far the
    /// reference is from itself at most, in %; share of the shapes whose reference is a tuned
    /// library, in %.
    @Override
    public Measures measures(Split split, List<Tally> tallies) {
        List<Timing> timings = timings(tallies);
        return Measures.of(
                -most(timings, timing -> -timing.ratio()),
                100 * -most(timings, timing -> -timing.roof()),
                100 * most(timings, timing -> Math.abs(timing.again() - 1)),
                100 * timings.stream().mapToInt(one -> one.library() ? 1 : 0).average().orElse(0));
    }

    private static List<Timing> timings(List<Tally> tallies) {
        return tallies.stream().map(Timing::of).toList();
    }

    private static double most(List<Timing> timings, ToDoubleFunction<Timing> amount) {
        return timings.stream().mapToDouble(amount).max().orElseThrow();
    }

    @Override
    public String describe(Leg leg, DataInput certificate) throws IOException {
        return switch (leg) {
            case Leg.Asked(Shape shape, int[] caches) ->
                    "%s, caches of %s floats".formatted(shape.shape(), Arrays.toString(caches));
            case Leg.Timed timed -> Timing.describe(timed.shape(), Certificate.read(certificate));
        };
    }
}

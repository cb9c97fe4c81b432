package quantizer.trellis;

import dev.tradewind.evaluation.Judgement;
import dev.tradewind.evaluation.Material;
import dev.tradewind.evaluation.Measures;
import dev.tradewind.evaluation.Scorer;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Suite;
import dev.tradewind.evaluation.Tally;

import quantizer.reference.Layout;
import quantizer.reference.Malformed;
import quantizer.reference.Sample;
import quantizer.reference.Samples;
import quantizer.reference.Stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/// Judges trellis codes: decodes the stream itself, in Java, and computes its error against the
/// weights. What the fast decoder made of the stream must be the same to the bit. The times are the
/// bench's own; no candidate's code runs beside it.
public final class TrellisScorer implements Scorer<Weights> {

    private static final int SMALL_ROWS = 4;
    private static final int TRAINED_ROWS = 32;
    /// Four matrices of so many are 4 Mi weights: the standard error of D is 0.06 %.
    private static final int TESTED_ROWS = 1024;
    private static final int OTHER_ROWS = 8;
    private static final double STEP = 0.02;
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    @Override
    public List<Suite<Weights>> suites(Split split, Material material) {
        Samples samples = new Samples(split, material);
        int bits = Integer.parseInt(material.parameter("bits"));
        boolean test = split == Split.TEST;
        List<Suite<Weights>> suites = new ArrayList<>();
        List<Sample> gaussian = samples.gaussian(test ? TESTED_ROWS : TRAINED_ROWS);
        if (!test) {
            Sample first = samples.gaussian(SMALL_ROWS).getFirst();
            suites.add(new Suite<>("small", untimed(List.of(first), bits)));
        }
        List<Weights> main = new ArrayList<>();
        for (Sample sample : gaussian) {
            main.add(new Weights(sample, bits, main.isEmpty() ? test ? 2 : 1 : 0));
        }
        suites.add(new Suite<>("gaussian", main));
        List<Sample> others = samples.others(OTHER_ROWS);
        if (!test) {
            suites.add(new Suite<>("others", untimed(others, bits)));
            return suites;
        }
        for (Sample sample : others) {
            suites.add(
                    new Suite<>(sample.source().label(), List.of(new Weights(sample, bits, 1))));
        }
        return suites;
    }

    private static List<Weights> untimed(List<Sample> samples, int bits) {
        return samples.stream().map(sample -> new Weights(sample, bits, 0)).toList();
    }

    @Override
    public void write(Weights weights, DataOutput out) throws IOException {
        float[] all = weights.sample().weights();
        out.writeBytes(
                "{\"trained\":1,\"timed\":%d,\"weights\":\"%s\"}"
                        .formatted(
                                weights.timed(), Base64.getEncoder().encodeToString(bytes(all))));
    }

    @Override
    public Judgement judge(Weights weights, DataInput in) throws IOException {
        Certificate certificate = Certificate.read(in);
        int count = weights.sample().weights().length;
        Stream stream;
        try {
            stream = Stream.of(certificate.stream(), count);
        } catch (Malformed malformed) {
            return new Judgement.Invalid(malformed.getMessage());
        }
        int bits = stream.layout().recordBytes() * Byte.SIZE / Layout.BLOCK;
        if (bits != weights.bits()) {
            return new Judgement.Invalid(
                    "records of %d bits a weight, not %d. Maybe rate=%d."
                            .formatted(bits, weights.bits(), weights.bits()));
        }
        float[] decoded = stream.decode();
        String hash = "%016x".formatted(hash(bytes(decoded)));
        if (!certificate.agrees() || !certificate.text("digest32").equals(hash)) {
            return new Judgement.Invalid(
                    "the fast decoder and the reference make different weights of the stream");
        }
        return IntStream.range(0, count).allMatch(at -> Float.isFinite(decoded[at]))
                ? new Judgement.Counted(coded(weights.sample(), stream, certificate).tally())
                : new Judgement.Invalid("not all weights are finite");
    }

    private static Coded coded(Sample sample, Stream stream, Certificate certificate)
            throws IOException {
        return new Coded(
                sample.source(),
                sample.weights().length,
                stream.bytes(),
                stream.codeBytes(),
                stream.code().tableBytes(),
                sample.distortion(stream.decode()),
                certificate.number("encode"),
                certificate.times("near").ratio8(),
                certificate.times("cache").ratio8(),
                certificate.times("cache").ratio32(),
                certificate.times("streamed").ratio8());
    }

    private static byte[] bytes(float[] weights) {
        ByteBuffer bytes =
                ByteBuffer.allocate(weights.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(weights);
        return bytes.array();
    }

    /// FNV-1a, as the bench computes it.
    private static long hash(byte[] bytes) {
        long hash = FNV_START;
        for (byte one : bytes) {
            hash = (hash ^ (one & 0xff)) * FNV_PRIME;
        }
        return hash;
    }

    /// The gap on Gaussian weights; decoding to bytes over that of 4-bit numbers, in whole steps of
    /// what two timings of one code differ by: else the front would be of lucky timings.
    @Override
    public Scores objectives(Split split, List<Tally> tallies) {
        List<Coded> gaussian = Coded.deciding(all(tallies));
        double gap = Sample.gap(Coded.rate(gaussian), Coded.distortion(gaussian));
        return new Scores(List.of(gap, Math.rint(most(gaussian, Measure.CACHE) / STEP) * STEP));
    }

    /// In the order of `task.yaml`: D, rate, decoding to floats, in the first cache, from memory to memory,
    /// encoding in Mw/s, bytes of the table, worst gap of all sources.
    @Override
    public Measures measures(Split split, List<Tally> tallies) {
        List<Coded> all = all(tallies);
        List<Coded> gaussian = Coded.deciding(all);
        return Measures.of(
                Coded.distortion(gaussian),
                Coded.rate(gaussian),
                most(gaussian, Measure.FLOATS),
                most(gaussian, Measure.NEAR),
                most(gaussian, Measure.STREAM),
                most(gaussian, Measure.ENCODE) * 1e-6,
                all.getFirst().table(),
                all.stream().mapToDouble(Coded::gap).max().orElseThrow());
    }

    private static List<Coded> all(List<Tally> tallies) {
        return tallies.stream().map(Coded::of).toList();
    }

    /// What was measured on one of the instances only.
    private static double most(List<Coded> some, Measure measure) {
        return some.stream().mapToDouble(measure::of).max().orElseThrow();
    }

    private enum Measure {
        NEAR,
        CACHE,
        FLOATS,
        STREAM,
        ENCODE;

        double of(Coded coded) {
            return switch (this) {
                case NEAR -> coded.near();
                case CACHE -> coded.cache();
                case FLOATS -> coded.floats();
                case STREAM -> coded.stream();
                case ENCODE -> coded.encode();
            };
        }
    }

    @Override
    public String remark(List<Tally> tallies) {
        List<Coded> all = all(tallies);
        List<Coded> gaussian = Coded.deciding(all);
        Coded worst =
                all.stream().max((one, other) -> Double.compare(one.gap(), other.gap())).orElseThrow();
        return "D on Gaussian weights %.5f at %.4f bits; worst on %s, %.5f."
                .formatted(
                        Coded.distortion(gaussian),
                        Coded.rate(gaussian),
                        worst.source().label(),
                        worst.distortion());
    }
}

package quantizer.codec;

import dev.tradewind.evaluation.Judgement;
import dev.tradewind.evaluation.Material;
import dev.tradewind.evaluation.Measures;
import dev.tradewind.evaluation.Scorer;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Suite;
import dev.tradewind.evaluation.Tally;

import quantizer.reference.Sample;
import quantizer.reference.Samples;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Judges quantizers that are Java programs: how many bits they take and how far what they decode
/// is from the weights.
///
/// Three processes: one encodes; one that has seen no weights decodes, given bytes and shape alone;
/// and it decodes once more, in another order of the blocks, which must come to the same to the
/// bit. The error is computed here, against the original weights, in double precision.
///
/// What is believed: the times, which the untrusted worker takes itself. They decide nothing about
/// distortion or rate. From outside, only the processor time of each process is limited: with 60 s,
/// whoever encodes fewer than about 2,000 weights in a second is killed. Everything else is checked.
public abstract class CodecScorer implements Scorer<Leg> {

    private static final int LEGS = 3;
    private static final int TRAINED_ROWS = 16;
    private static final int TESTED_ROWS = 32;
    private static final int OTHER_ROWS = 8;
    private static final int MOST_BYTES = 1 << 22;
    private static final int INVALID = -1;
    private static final int LONGEST_REASON = 200;

    private final Track track;

    CodecScorer(Track track) {
        this.track = track;
    }

    @Override
    public List<Suite<Leg>> suites(Split split, Material material) {
        Samples samples = new Samples(split, material);
        double bits = Double.parseDouble(material.parameter("bits"));
        int rows = split == Split.TEST ? TESTED_ROWS : TRAINED_ROWS;
        List<Suite<Leg>> suites = new ArrayList<>();
        suites.add(suite("gaussian", samples.gaussian(rows), bits));
        for (Sample sample : samples.others(OTHER_ROWS)) {
            suites.add(suite(sample.source().label(), List.of(sample), bits));
        }
        return suites;
    }

    private static Suite<Leg> suite(String name, List<Sample> samples, double bits) {
        return new Suite<>(
                name,
                samples.stream().<Leg>map(sample -> new Leg.Encode(sample, bits)).toList());
    }

    @Override
    public int legs() {
        return LEGS;
    }

    @Override
    public void write(Leg leg, DataOutput out) throws IOException {
        switch (leg) {
            case Leg.Encode(Sample sample, double bits) -> {
                writeShape(0, sample, out);
                out.writeDouble(bits);
                for (float weight : sample.weights()) {
                    out.writeFloat(weight);
                }
            }
            case Leg.Decode(Leg.Encode encoded, Leg.Code code, int[] order, var _) -> {
                writeShape(1, encoded.sample(), out);
                out.writeInt(track.record(encoded.bits()));
                out.writeInt(code.bytes().length);
                out.write(code.bytes());
                for (int block : order) {
                    out.writeInt(block);
                }
            }
        }
    }

    private void writeShape(int kind, Sample sample, DataOutput out) throws IOException {
        out.writeByte(kind);
        out.writeInt(sample.rows());
        out.writeInt(sample.cols());
        out.writeInt(track.block());
    }

    @Override
    public Judgement judge(Leg leg, DataInput certificate) throws IOException {
        return switch (leg) {
            case Leg.Encode encode -> encoded(encode, certificate);
            case Leg.Decode decode -> decoded(decode, certificate);
        };
    }

    private Judgement encoded(Leg.Encode encode, DataInput in) throws IOException {
        int length = in.readInt();
        if (length == INVALID) {
            return new Judgement.Invalid(printable(in.readUTF()));
        }
        int weights = encode.sample().weights().length;
        if (length < 0 || length > MOST_BYTES) {
            return new Judgement.Invalid("the code has %d bytes".formatted(length));
        }
        String objection = track.objection(length, weights, encode.bits());
        if (!objection.isEmpty()) {
            return new Judgement.Invalid(objection);
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        int[] inOrder = IntStream.range(0, weights / track.block()).toArray();
        Leg.Code code = new Leg.Code(bytes, in.readLong());
        return new Judgement.Onward(
                new Leg.Decode(encode, code, inOrder, Leg.Decoded.NOTHING));
    }

    private Judgement decoded(Leg.Decode leg, DataInput in) throws IOException {
        float[] weights = new float[leg.encoded().sample().weights().length];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = in.readFloat();
            if (!Float.isFinite(weights[at])) {
                return new Judgement.Invalid(
                        "weight %d is decoded as %s".formatted(at, weights[at]));
            }
        }
        Leg.Decoded decoded = new Leg.Decoded(weights, in.readLong(), in.readLong());
        if (decoded.nanos() <= 0 || decoded.int4Nanos() <= 0 || leg.code().nanos() <= 0) {
            return new Judgement.Invalid("something took no time");
        }
        if (leg.isFirst()) {
            return new Judgement.Onward(
                    new Leg.Decode(leg.encoded(), leg.code(), shuffled(leg.order()), decoded));
        }
        int differing = Arrays.mismatch(bits(leg.before().weights()), bits(weights));
        return differing < 0
                ? new Judgement.Counted(found(leg, decoded).tally())
                : new Judgement.Invalid(
                        "weight %d is decoded as %s, and as %s in another order of the blocks"
                                .formatted(
                                        differing,
                                        leg.before().weights()[differing],
                                        weights[differing]));
    }

    private static int[] bits(float[] weights) {
        int[] bits = new int[weights.length];
        for (int at = 0; at < bits.length; at++) {
            bits[at] = Float.floatToRawIntBits(weights[at]);
        }
        return bits;
    }

    /// From both ends in turn, the last first: no block has the one before it that it had.
    private static int[] shuffled(int[] order) {
        int[] shuffled = new int[order.length];
        for (int at = 0; at < order.length; at++) {
            shuffled[at] = at % 2 == 0 ? order[order.length - 1 - at / 2] : order[at / 2];
        }
        return shuffled;
    }

    private static Found found(Leg.Decode leg, Leg.Decoded decoded) {
        Sample sample = leg.encoded().sample();
        return new Found(
                sample.source(),
                sample.weights().length,
                leg.code().bytes().length,
                sample.distortion(decoded.weights()),
                Math.min(decoded.nanos(), leg.before().nanos()),
                Math.min(decoded.int4Nanos(), leg.before().int4Nanos()),
                leg.code().nanos(),
                0);
    }

    @Override
    public List<Tally> charge(List<Tally> tallies, Map<String, byte[]> classes) {
        int constants = Constants.bytes(classes);
        return tallies.stream()
                .map(tally -> Found.of(tally).charged(constants).tally())
                .toList();
    }

    /// The gap on Gaussian weights, then the decoder's speed.
    @Override
    public Scores objectives(Split split, List<Tally> tallies) {
        List<Found> all = tallies.stream().map(Found::of).toList();
        return new Scores(List.of(Found.gap(Found.deciding(all)), Found.speed(all)));
    }

    /// In the order of `task.yaml`: D and rate on Gaussian weights, encoding in Mw/s, bytes of
    /// constants, the worst gap of all sources.
    @Override
    public Measures measures(Split split, List<Tally> tallies) {
        List<Found> all = tallies.stream().map(Found::of).toList();
        List<Found> gaussian = Found.deciding(all);
        double nanos = all.stream().mapToDouble(Found::encodeNanos).sum();
        return Measures.of(
                gaussian.stream().mapToDouble(Found::distortion).average().orElseThrow(),
                gaussian.stream().mapToDouble(Found::rate).average().orElseThrow(),
                all.stream().mapToDouble(Found::weights).sum() * 1e3 / Math.max(1, nanos),
                all.getFirst().constants(),
                all.stream().mapToDouble(Found::gap).max().orElseThrow());
    }

    @Override
    public String remark(List<Tally> tallies) {
        List<Found> all = tallies.stream().map(Found::of).toList();
        List<Found> gaussian = Found.deciding(all);
        double encode = all.stream().mapToDouble(one -> one.weights() * 1e6).sum();
        String sources =
                all.stream()
                        .filter(one -> !gaussian.contains(one))
                        .sorted(Comparator.comparingDouble(one -> -one.gap()))
                        .map(one -> "%s %.5f".formatted(one.source().label(), one.distortion()))
                        .collect(Collectors.joining(", "));
        return "D on Gaussian weights %.5f at %.4f bits; worst first, D on others: %s. %s"
                .formatted(
                        gaussian.stream().mapToDouble(Found::distortion).average().orElseThrow(),
                        gaussian.stream().mapToDouble(Found::rate).average().orElseThrow(),
                        sources,
                        "Constants %.0f bytes, encoder %.0f kw/s."
                                .formatted(
                                        all.getFirst().constants(),
                                        encode
                                                / all.stream()
                                                        .mapToDouble(Found::encodeNanos)
                                                        .sum()));
    }

    /// The text comes from the candidate's process: one line of it, without control characters.
    private static String printable(String reason) {
        String clean = reason.replaceAll("\\p{C}", "?");
        return clean.substring(0, Math.min(clean.length(), LONGEST_REASON));
    }
}

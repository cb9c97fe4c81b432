package dev.tradewind.proposer.settings;

import dev.tradewind.evaluation.Lowering;
import dev.tradewind.evaluation.Settings;
import dev.tradewind.evaluation.Space;
import dev.tradewind.evaluation.Space.Knob;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.LongStream;

/// Twelve knobs of a tile, of every kind: the tile of rows and columns must fit 24 registers.
final class Tiles implements Lowering {

    static final String TEXT =
            """
            # A tile, to be improved.
            # EVOLVE-BLOCK-START
            rows = 1      # registers times columns
            columns = 1
            depth = 64
            block = 64
            width = 64
            pack = 0
            order = 0
            inner = 0
            unroll = 1
            ahead = 0
            factor = 0x1
            shift = 0
            # EVOLVE-BLOCK-END
            """
                    .replace("      # registers times columns", "");

    private static final Space SPACE =
            new Space(
                    List.of(
                            new Knob.Range("rows", 1, 24),
                            new Knob.Range("columns", 1, 6),
                            powers("depth", 5, 10),
                            powers("block", 3, 9),
                            powers("width", 6, 10),
                            new Knob.Kinds("pack", List.of(0L, 1L, 2L, 3L)),
                            new Knob.Kinds("order", List.of(0L, 1L, 2L, 3L, 4L, 5L)),
                            new Knob.Kinds("inner", List.of(0L, 1L)),
                            powers("unroll", 0, 3),
                            new Knob.Steps("ahead", List.of(0L, 4L, 8L, 16L)),
                            new Knob.Bits("factor", 16),
                            new Knob.Steps("shift", List.of(0L))));

    private static Knob powers(String name, int least, int most) {
        return new Knob.Steps(
                name, LongStream.rangeClosed(least, most).map(at -> 1L << at).boxed().toList());
    }

    static Candidate seed() {
        return Candidate.seed(Program.of("tile.properties", TEXT));
    }

    @Override
    public Space space() {
        return SPACE;
    }

    @Override
    public Map<String, String> lower(SequencedMap<String, Long> choice) throws Unfit {
        if (value(choice, "rows") * value(choice, "columns") > 24) {
            throw new Unfit("rows times columns is more than 24");
        }
        return Map.of("tile.c", choice.toString());
    }

    SequencedMap<String, Long> choice(Candidate candidate) {
        try {
            return Settings.of(candidate.program(), SPACE).choice();
        } catch (Unfit wrong) {
            throw new AssertionError(wrong);
        }
    }

    /// How good a choice is, at most 0: a rugged bowl with its best at rows 6, columns 4.
    double worth(Candidate candidate) {
        Map<String, Long> at = choice(candidate);
        double tile = Math.abs(value(at, "rows") * value(at, "columns") - 24);
        double blocks =
                Math.abs(log(at, "depth") - 8)
                        + Math.abs(log(at, "block") - 7)
                        + Math.abs(log(at, "width") - 9);
        double kinds = value(at, "order") == 4 ? 0 : 2;
        double bits = Long.bitCount(value(at, "factor") ^ 0xB52DL);
        return -(tile + blocks + kinds + bits + Math.abs(log(at, "unroll") - 2));
    }

    static long value(Map<String, Long> choice, String knob) {
        return Objects.requireNonNull(choice.get(knob), knob);
    }

    private static double log(Map<String, Long> at, String knob) {
        return Long.numberOfTrailingZeros(value(at, knob));
    }
}

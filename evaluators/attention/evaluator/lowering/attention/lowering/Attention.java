package attention.lowering;

import static kernels.lowering.Choice.require;

import dev.tradewind.evaluation.Lowering;
import dev.tradewind.evaluation.Space;
import dev.tradewind.evaluation.Space.Knob;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import kernels.lowering.Choice;

/// Schedules of exact attention that never stores all scores, one C function for each.
///
/// Everything is computed transposed, with a vector's lanes being queries: scores are tiles of MR
/// keys by NV vectors of queries, outputs tiles of MR2 value columns by NV vectors. Then keys and
/// values are read in place as broadcast scalars, maxima and sums run down the lanes without a
/// horizontal step, and rescaling is one multiplication per vector; only queries and outputs are
/// transposed, once each.
///
/// What limits it: the multiply-adds take 2 D vector operations for 16 scores and an exponential
/// takes about 5 + DEGREE on the same ports, so that D = 64 ends near 64 / (64 + 4.5) = 0.93 of the
/// peak before any loss in the tiles.
///
/// | knob | meaning |
/// |---|---|
/// | VW | floats to a vector |
/// | MR, NV | tile of scores: keys, vectors of queries |
/// | MR2 | tile of outputs: value columns |
/// | BC | keys to a block; their exponentials are kept in cache |
/// | BR | groups of NV vectors of queries that go over a block together |
/// | PACK | 1: a tile's keys are first copied so that its broadcasts lie side by side |
/// | DEGREE | of the polynomial in the exponential |
/// | SCALEF | 1: exponents by AVX-512's reduce and scalef, 0: by shifts |
/// | RESCALE | 0: at every tile, 1: when a maximum grows, 2: when it grows by more than 2^20, 3: as 2, seen from the sum of the exponentials |
/// | SUM | 0: sums are taken with the exponentials, 1: with the outputs, as a column of ones |
/// | SKIP | 1: blocks of keys that no query of a group may see are left out |
/// | UK | steps of the inner loops unrolled |
/// | D64 | 1: a copy of the program for D = 64 |
public final class Attention implements Lowering {

    @Override
    public Space space() {
        return new Space(
                List.of(
                        new Knob.Steps("VW", List.of(8L, 16L)),
                        new Knob.Range("MR", 1, 24),
                        new Knob.Range("NV", 1, 6),
                        new Knob.Range("MR2", 1, 24),
                        new Knob.Steps("BC", List.of(16L, 32L, 64L, 128L, 256L, 512L)),
                        new Knob.Steps("BR", List.of(1L, 2L, 4L, 8L)),
                        new Knob.Kinds("PACK", List.of(0L, 1L)),
                        new Knob.Steps("DEGREE", List.of(4L, 5L, 6L)),
                        new Knob.Kinds("SCALEF", List.of(0L, 1L)),
                        new Knob.Kinds("RESCALE", List.of(0L, 1L, 2L, 3L)),
                        new Knob.Kinds("SUM", List.of(0L, 1L)),
                        new Knob.Kinds("SKIP", List.of(0L, 1L)),
                        new Knob.Steps("UK", List.of(1L, 2L, 4L)),
                        new Knob.Kinds("D64", List.of(0L, 1L))));
    }

    @Override
    public Map<String, String> lower(SequencedMap<String, Long> values) throws Unfit {
        Choice choice = new Choice(values);
        Schedule schedule = Schedule.of(choice);
        require(
                schedule.rescale() != 3 || !choice.on("SUM"),
                "RESCALE=3 looks at sums taken with the exponentials. Maybe SUM=0, or RESCALE=2.");
        return Map.of("candidate.c", new Program(schedule, choice).text());
    }
}

package sgemm.lowering;

import static kernels.lowering.Choice.require;

import dev.tradewind.evaluation.Lowering;
import dev.tradewind.evaluation.Space;
import dev.tradewind.evaluation.Space.Knob;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import kernels.lowering.Choice;
import kernels.lowering.Tile;
import kernels.lowering.Vectors;

/// Schedules of C = A B, row-major floats: three cache loops around two loops over register tiles
/// around one over the depth.
///
/// | knob | meaning |
/// |---|---|
/// | VW | floats to a vector |
/// | MR, NV | register tile: rows of A, vectors of B |
/// | KC, MC, NC | blocks of depth, rows, columns; the latter two rounded down to whole tiles |
/// | PACKA, PACKB | 1: copied, tile by tile, where both its loops are bound |
/// | ORDER | of the cache loops, outermost first; 0: jpi, 1: jip, 2: pji, 3: pij, 4: ijp, 5: ipj |
/// | INNER | order of the tiles in a block, outermost first; 0: ji, 1: ij |
/// | UK | steps of the depth unrolled |
/// | PF | rows of B fetched ahead, 0 for none |
///
/// There are 24,848,640 valid points.
///
/// What limits it: a tile needs MR broadcasts and NV loads for MR x NV multiply-adds, two of each a
/// cycle, so tiles of about five by four and more run at the peak while all they read is in the
/// first two caches. With few rows (8 x 2048 x 2048) every element of B is used MR times only: the
/// limit is then how fast B comes from the last cache, and packing it would double the traffic. A
/// depth of 32 rows at a time, unpacked, in the order pji lets the hardware follow the rows of B.
public final class Sgemm implements Lowering {

    private static final int PANEL_BYTES = 256 << 10;

    @Override
    public Space space() {
        return new Space(
                List.of(
                        new Knob.Steps("VW", List.of(8L, 16L)),
                        new Knob.Range("MR", 1, 24),
                        new Knob.Range("NV", 1, 6),
                        new Knob.Steps("KC", List.of(32L, 64L, 128L, 192L, 256L, 384L, 512L, 1024L)),
                        new Knob.Steps(
                                "MC", List.of(24L, 48L, 96L, 144L, 192L, 240L, 384L, 512L, 1024L)),
                        new Knob.Steps("NC", List.of(64L, 128L, 256L, 512L, 1024L)),
                        new Knob.Kinds("PACKA", List.of(0L, 1L)),
                        new Knob.Kinds("PACKB", List.of(0L, 1L)),
                        new Knob.Kinds("ORDER", List.of(0L, 1L, 2L, 3L, 4L, 5L)),
                        new Knob.Kinds("INNER", List.of(0L, 1L)),
                        new Knob.Steps("UK", List.of(1L, 2L, 4L, 8L)),
                        new Knob.Steps("PF", List.of(0L, 4L, 8L, 16L))));
    }

    @Override
    public Map<String, String> lower(SequencedMap<String, Long> values) throws Unfit {
        Choice choice = new Choice(values);
        Vectors vectors = new Vectors(choice.of("VW"));
        Tile tile = new Tile("c", choice.of("MR"), choice.of("NV"));
        require(
                tile.registers() <= vectors.registers(),
                "a tile of MR=%d by NV=%d needs %d vector registers, there are %d with VW=%d."
                        + " Maybe a smaller NV.",
                tile.rows(),
                tile.vectors(),
                tile.registers(),
                vectors.registers(),
                vectors.width());
        int panel = choice.of("KC") * tile.vectors() * vectors.width() * Float.BYTES;
        require(
                panel <= PANEL_BYTES,
                "a panel of B, KC=%d by NV=%d vectors, has %d KiB, at most %d are allowed."
                        + " Maybe a smaller KC.",
                choice.of("KC"),
                tile.vectors(),
                panel >> 10,
                PANEL_BYTES >> 10);
        return Map.of("candidate.c", new Nest(choice, vectors, tile).text());
    }
}

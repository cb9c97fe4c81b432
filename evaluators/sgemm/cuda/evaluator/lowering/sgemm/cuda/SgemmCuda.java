package sgemm.cuda;

import static kernels.lowering.Choice.require;

import dev.tradewind.evaluation.Lowering;
import dev.tradewind.evaluation.Space;
import dev.tradewind.evaluation.Space.Knob;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import kernels.lowering.Choice;

/// Schedules of C = A B on a GPU, row-major floats in fused multiply-adds: tiles of C for blocks of
/// threads, made of tiles for threads, their operands copied to shared memory some steps ahead.
///
/// | knob | meaning |
/// |---|---|
/// | BM, BN | tile of a block: rows, columns |
/// | BK | depth of one step |
/// | TM, TN | tile of a thread: rows, columns |
/// | WM | lanes of a warp below each other; 32 / WM stand beside each other |
/// | STAGES | steps in shared memory at once, one of them in use |
/// | VW | floats copied at once, where rows are aligned to it |
/// | SPLIT | blocks that share the depth of one tile and add up their parts |
/// | GROUP | rows of blocks that are walked through together, for the second-level cache |
/// | PAD | 1: rows of A are 4 floats apart in shared memory, so that lanes use different banks |
///
/// Limits are those of compute capability 8.6 and 8.9, the least of all since 8.0 that have
/// `cp.async`: 99 KiB of shared memory to a block, 255 registers to a thread, 65,536 to a block.
public final class SgemmCuda implements Lowering {

    private static final int WARP = 32;
    private static final int THREADS = 1024;
    private static final int SHARED_BYTES = 99 << 10;
    private static final int REGISTERS = 255;
    private static final int ALL_REGISTERS = 65_536;

    /// For addresses, counters and what else is alive beside the tile.
    private static final int OTHER_REGISTERS = 40;

    @Override
    public Space space() {
        return new Space(
                List.of(
                        new Knob.Steps("BM", List.of(32L, 64L, 128L, 256L)),
                        new Knob.Steps("BN", List.of(32L, 64L, 128L, 256L)),
                        new Knob.Steps("BK", List.of(8L, 16L, 32L, 64L)),
                        new Knob.Steps("TM", List.of(1L, 2L, 4L, 8L, 16L)),
                        new Knob.Steps("TN", List.of(4L, 8L, 16L)),
                        new Knob.Steps("WM", List.of(1L, 2L, 4L, 8L, 16L)),
                        new Knob.Range("STAGES", 2, 6),
                        new Knob.Steps("VW", List.of(1L, 2L, 4L)),
                        new Knob.Steps("SPLIT", List.of(1L, 2L, 4L, 8L, 16L)),
                        new Knob.Steps("GROUP", List.of(1L, 2L, 4L, 8L, 16L)),
                        new Knob.Kinds("PAD", List.of(0L, 1L))));
    }

    @Override
    public Map<String, String> lower(SequencedMap<String, Long> values) throws Unfit {
        Choice choice = new Choice(values);
        warps(choice);
        registers(choice);
        sharedMemory(choice);
        return Map.of("candidate.cu", new Source(choice).text());
    }

    static int threads(Choice choice) {
        return choice.of("BM") / choice.of("TM") * (choice.of("BN") / choice.of("TN"));
    }

    private static void warps(Choice choice) throws Unfit {
        int down = choice.of("BM") / choice.of("TM");
        int across = choice.of("BN") / choice.of("TN");
        require(
                down % choice.of("WM") == 0 && across % (WARP / choice.of("WM")) == 0,
                "a block of %d by %d threads is not made of warps of WM=%d by %d. Maybe a smaller"
                        + " tile of a thread, TM or TN, or another WM.",
                down,
                across,
                choice.of("WM"),
                WARP / choice.of("WM"));
        require(
                threads(choice) <= THREADS,
                "a block has %d threads, at most %d are allowed. Maybe a larger TM or TN.",
                threads(choice),
                THREADS);
    }

    private static void registers(Choice choice) throws Unfit {
        int rows = choice.of("TM");
        int columns = choice.of("TN");
        int each = rows * columns + 4 * rows + columns + OTHER_REGISTERS;
        int most = Math.min(REGISTERS, ALL_REGISTERS / threads(choice));
        require(
                each <= most,
                "a tile of TM=%d by TN=%d needs about %d registers, a thread has %d where a block"
                        + " has %d threads. Maybe a smaller TN.",
                rows,
                columns,
                each,
                most,
                threads(choice));
    }

    private static void sharedMemory(Choice choice) throws Unfit {
        int row = choice.of("BK") + 4 * choice.of("PAD");
        int stage = choice.of("BM") * row + choice.of("BK") * choice.of("BN");
        int bytes = choice.of("STAGES") * stage * Float.BYTES;
        require(
                bytes <= SHARED_BYTES,
                "%d stages of BM=%d, BN=%d, BK=%d take %d KiB of shared memory, at most %d are"
                        + " allowed. Maybe fewer STAGES or a smaller BK.",
                choice.of("STAGES"),
                choice.of("BM"),
                choice.of("BN"),
                choice.of("BK"),
                bytes >> 10,
                SHARED_BYTES >> 10);
    }
}

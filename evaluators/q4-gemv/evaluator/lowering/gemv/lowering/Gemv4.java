package gemv.lowering;

import dev.tradewind.evaluation.Lowering;
import dev.tradewind.evaluation.Space;
import dev.tradewind.evaluation.Space.Knob;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import kernels.lowering.Choice;
import kernels.lowering.Code;

/// Schedules of y = W x with 4-bit weights in blocks of 32 behind a half-precision scale.
///
/// What limits it: the weights come from cache faster than the direct way can unpack them, which
/// takes about ten vector operations for the 18 bytes of a block. UNPACK 2 takes 15 for 64 bytes,
/// UNPACK 3 takes 20. They never unpack: x becomes whole numbers, cut into bytes, and byte dot
/// products run over the stream of weights as it lies in memory, scales and all, against digits that
/// are zero where a scale stands. With UNPACK 2 they have 24 bits: exact but for rounding x to 2^-24
/// of the greatest in its block, and where a block of x spans more than 2^20 the program falls back
/// on UNPACK 0. With UNPACK 3 they have 32, and what is too small in its block to be right to 2^-20
/// of itself is multiplied as a float, so that it is right whatever x and W are; the program falls
/// back on UNPACK 0 where that would be many.
///
/// | knob | meaning |
/// |---|---|
/// | UNPACK | 0: look weights up in a register, 1: shift and convert, 2: byte dot products with x in 24 bits, 3: in 32 |
/// | ROWS | rows at once, which share what they load of x |
/// | SUMS | 1: a sum for every row, 2: two, in turn |
/// | SCALE | 0: block sums times the scale, 1: the table times the scale (UNPACK 0 and 1) |
/// | UB | blocks, or vectors of bytes, unrolled |
/// | PF | what is fetched ahead, 0: nothing, 1: the same place of the next rows, else: so many bytes on |
/// | AFFINE | 1: upper halves of bytes by a bit-matrix product, 0: by shift and mask (UNPACK 2 and 3) |
/// | PICK | 1: scales by byte permutations, 0: by gathers (UNPACK 2 and 3) |
public final class Gemv4 implements Lowering {

    @Override
    public Space space() {
        return new Space(
                List.of(
                        new Knob.Kinds("UNPACK", List.of(0L, 1L, 2L, 3L)),
                        new Knob.Range("ROWS", 1, 8),
                        new Knob.Range("SUMS", 1, 4),
                        new Knob.Kinds("SCALE", List.of(0L, 1L)),
                        new Knob.Steps("UB", List.of(1L, 2L, 4L)),
                        new Knob.Kinds("PF", List.of(0L, 1L, 512L, 1024L, 2048L, 4096L)),
                        new Knob.Kinds("AFFINE", List.of(0L, 1L)),
                        new Knob.Kinds("PICK", List.of(0L, 1L))));
    }

    @Override
    public Map<String, String> lower(SequencedMap<String, Long> values) throws Unfit {
        Choice choice = new Choice(values);
        int unpack = choice.of("UNPACK");
        Choice.require(
                unpack < 2 || !choice.on("SCALE"),
                "SCALE=1 scales a table, and UNPACK=%d has none. Maybe SCALE=0.",
                unpack);
        Choice.require(
                unpack >= 2 || !choice.on("AFFINE") && !choice.on("PICK"),
                "AFFINE=1 and PICK=1 are of use to UNPACK=2 and 3 only. Maybe AFFINE=0 PICK=0.");
        Choice.require(
                choice.of("ROWS") * choice.of("SUMS") <= 16,
                "ROWS=%d times SUMS=%d is more than 16 registers of sums. Maybe SUMS=1.",
                choice.of("ROWS"),
                choice.of("SUMS"));
        Code code = new Code();
        Floats floats = new Floats(choice);
        floats.head(code);
        floats.define(code);
        switch (unpack) {
            case 2 -> new Digits(choice, new Numbers.Three()).define(code);
            case 3 -> new Digits(choice, new Numbers.Four()).define(code);
            default -> floats.entry(code);
        }
        return Map.of("candidate.c", code.toString());
    }
}

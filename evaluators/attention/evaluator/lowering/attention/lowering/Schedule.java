package attention.lowering;

import static kernels.lowering.Choice.require;

import dev.tradewind.evaluation.Lowering.Unfit;

import kernels.lowering.Choice;
import kernels.lowering.Exponential;
import kernels.lowering.Tile;
import kernels.lowering.Vectors;

/// The knobs of [Attention] as the parts of a program.
///
/// @param scores keys by vectors of queries
/// @param outputs value columns by vectors of queries
record Schedule(
        Vectors vectors,
        Tile scores,
        Tile outputs,
        Exponential exponential,
        int block,
        int groups,
        int rescale,
        int unroll) {

    /// Whether sums of scores start at minus what they are relative to, so that nothing is left to
    /// be subtracted.
    boolean relative() {
        return rescale >= 2;
    }

    static Schedule of(Choice choice) throws Unfit {
        Vectors vectors = new Vectors(choice.of("VW"));
        int wide = choice.of("NV");
        Tile scores = new Tile("s", choice.of("MR"), wide);
        Tile outputs = new Tile("o", choice.of("MR2"), wide);
        for (Tile tile : new Tile[] {scores, outputs}) {
            require(
                    tile.registers() <= vectors.registers(),
                    "a tile of %d by NV=%d needs %d vector registers, there are %d with VW=%d."
                            + " Maybe a smaller NV.",
                    tile.rows(),
                    wide,
                    tile.registers(),
                    vectors.registers(),
                    vectors.width());
        }
        int block = Math.max(choice.of("BC"), scores.rows());
        return new Schedule(
                vectors,
                scores,
                outputs,
                new Exponential(choice.of("DEGREE")),
                block - block % scores.rows(),
                choice.of("BR"),
                choice.of("RESCALE"),
                choice.of("UK"));
    }
}

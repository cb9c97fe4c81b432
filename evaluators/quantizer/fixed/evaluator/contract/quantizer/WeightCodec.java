package quantizer;

/// What a candidate is: an encoder for matrices of weights, and its decoder.
///
/// The two run in different processes. The decoder knows the code and the shape, nothing else: what
/// it needs to know of the encoder's work must be in the bytes.
public interface WeightCodec {

    /// The code of a matrix.
    ///
    /// @param w the weights, row by row, all finite; a copy, change it at will
    /// @param cols a multiple of 256
    /// @param bitsPerWeight what a weight may take; see the task's statement for what is counted
    byte[] encode(float[] w, int rows, int cols, double bitsPerWeight);

    /// Decodes one block of the matrix, read row by row. Called for the blocks in any order.
    ///
    /// @param code as encoded, or what the task's statement says a block may see of it; a copy
    /// @param block counted from 0
    /// @param out where the block's weights go, all of them, the first at `off`
    void decodeBlock(byte[] code, int rows, int cols, int block, float[] out, int off);
}

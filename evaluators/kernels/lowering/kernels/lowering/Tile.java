package kernels.lowering;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A tile of accumulators that stay in registers: `rows` by `vectors`, each a C variable of its own,
/// because compilers keep arrays in memory when in doubt.
///
/// @param name one letter
public record Tile(String name, int rows, int vectors) {

    /// The registers an inner loop needs: the tile, a row of vectors, one broadcast.
    public int registers() {
        return rows * vectors + vectors + 1;
    }

    public String at(int row, int vector) {
        return "%s%d_%d".formatted(name, row, vector);
    }

    /// Declares all accumulators, one line per row.
    ///
    /// @param start initial value of the accumulators of a vector
    public void declare(Code code, IntFunction<String> start) {
        for (int row = 0; row < rows; row++) {
            int r = row;
            code.add("vec %s;", list(v -> at(r, v) + " = " + start.apply(v)));
        }
    }

    /// One step of an outer product: every accumulator gains its row's scalar times its vector.
    ///
    /// @param scalar the C expression of a row's scalar
    /// @param vector the C expression of a vector
    public void gain(Code code, IntFunction<String> scalar, IntFunction<String> vector) {
        code.add("const vec %s;", list(v -> "b%d = %s".formatted(v, vector.apply(v))));
        for (int row = 0; row < rows; row++) {
            int r = row;
            code.add("const float a%d = %s;", r, scalar.apply(r));
            code.add(
                    "%s",
                    IntStream.range(0, vectors)
                            .mapToObj(v -> "%s += a%d * b%d;".formatted(at(r, v), r, v))
                            .collect(Collectors.joining(" ")));
        }
    }

    private String list(IntFunction<String> entry) {
        return IntStream.range(0, vectors).mapToObj(entry).collect(Collectors.joining(", "));
    }
}

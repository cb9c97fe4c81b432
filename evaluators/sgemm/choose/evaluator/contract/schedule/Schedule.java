package schedule;

/// How a product is computed: three loops over blocks around two over tiles around one over the
/// depth.
///
/// Whatever is asked for becomes the nearest schedule there is, so that every answer means
/// something: each number goes to the nearest value of its list (of two, the smaller one), an order
/// to its remainder by 6. Then a tile that needs too many registers loses vectors and, when it has
/// only one, rows; and a panel of B that is too large loses depth.
///
/// @param width floats to a vector: 8 or 16
/// @param rows of a register tile, which reads that many values of A: 1 to 24
/// @param vectors of a register tile, which reads that many vectors of B: 1 to 6
/// @param depth of a block, in columns of A: 32, 64, 128, 192, 256, 384, 512, 1024
/// @param blockRows its rows: 24, 48, 96, 144, 192, 240, 384, 512, 1024; cut to whole tiles
/// @param blockColumns its columns: 64, 128, 256, 512, 1024; cut to whole tiles
/// @param copyA whether A is copied, tile by tile, once both its loops are fixed
/// @param copyB whether B is
/// @param order of the loops over blocks, outermost first; i goes over rows, j over columns, p over
///   the depth; 0: jpi, 1: jip, 2: pji, 3: pij, 4: ijp, 5: ipj
/// @param rowsOutside whether, in a block, the loop over rows is outside of that over columns
/// @param unroll steps of the depth written out: 1, 2, 4, 8
/// @param fetch rows of B to fetch ahead, 0 for none: 0, 4, 8, 16
public record Schedule(
        int width,
        int rows,
        int vectors,
        int depth,
        int blockRows,
        int blockColumns,
        boolean copyA,
        boolean copyB,
        int order,
        boolean rowsOutside,
        int unroll,
        int fetch) {

    private static final int ORDERS = 6;
    private static final int MOST_ROWS = 24;
    private static final int MOST_VECTORS = 6;
    private static final int MOST_PANEL_FLOATS = 64 << 10;

    public Schedule {
        width = nearest(width, 8, 16);
        rows = Math.clamp(rows, 1, MOST_ROWS);
        vectors = Math.clamp(vectors, 1, MOST_VECTORS);
        int registers = width == 16 ? 32 : 16;
        while (vectors > 1 && needed(rows, vectors) > registers) {
            vectors--;
        }
        while (needed(rows, vectors) > registers) {
            rows--;
        }
        depth = nearest(depth, 32, 64, 128, 192, 256, 384, 512, 1024);
        while (depth * vectors * width > MOST_PANEL_FLOATS) {
            depth = nearest(depth - 1 - depth / 4, 32, 64, 128, 192, 256, 384, 512);
        }
        blockRows = nearest(blockRows, 24, 48, 96, 144, 192, 240, 384, 512, 1024);
        blockColumns = nearest(blockColumns, 64, 128, 256, 512, 1024);
        order = Math.floorMod(order, ORDERS);
        unroll = nearest(unroll, 1, 2, 4, 8);
        fetch = nearest(fetch, 0, 4, 8, 16);
    }

    /// Registers of a tile: its sums, a row of vectors of B, a value of A.
    private static int needed(int rows, int vectors) {
        return rows * vectors + vectors + 1;
    }

    /// @param values in rising order
    private static int nearest(int wanted, int... values) {
        int best = values[0];
        for (int value : values) {
            if (Math.abs((long) value - wanted) < Math.abs((long) best - wanted)) {
                best = value;
            }
        }
        return best;
    }
}

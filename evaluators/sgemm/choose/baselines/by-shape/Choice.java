import schedule.Cache;
import schedule.Chooser;
import schedule.Schedule;

/// A rule written by hand: few rows, few columns, small, shallow, and all others.
public final class Choice implements Chooser {

    @Override
    public Schedule choose(int m, int n, int k, Cache cache) {
        int first = cache.first();
        int second = cache.second();
        int width = 16;
        int rows = 1;
        int vectors = 1;
        int depth = 32;
        int blockRows = 24;
        int blockColumns = 64;
        boolean copyA = false;
        boolean copyB = false;
        int order = 0;
        boolean rowsOutside = false;
        int unroll = 1;
        int fetch = 0;
        // EVOLVE-BLOCK-START
        width = 16;
        rows = 5;
        vectors = 4;
        depth = 256;
        blockRows = 240;
        blockColumns = 256;
        copyB = true;
        order = 2;
        unroll = 4;
        if (m <= 16) {
            rows = m;
            vectors = m <= 8 ? 3 : 1;
            depth = 32;
            blockRows = 24;
            blockColumns = 1024;
            copyB = false;
        } else if (n <= 32) {
            rows = n <= 16 ? 24 : 12;
            vectors = n <= 16 ? 1 : 2;
            depth = 1024;
            blockColumns = 64;
        } else if (m * n < 10000) {
            depth = 128;
            copyB = false;
        } else if (k <= 48) {
            depth = k;
            copyB = false;
        }
        // EVOLVE-BLOCK-END
        return new Schedule(
                width,
                rows,
                vectors,
                depth,
                blockRows,
                blockColumns,
                copyA,
                copyB,
                order,
                rowsOutside,
                unroll,
                fetch);
    }
}

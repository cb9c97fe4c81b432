import schedule.Cache;
import schedule.Chooser;
import schedule.Schedule;

/// Settings far from anything there is become the nearest there are.
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
        width = -3;
        rows = m * n;
        vectors = k * k;
        depth = 2147483647;
        blockRows = -2147483648;
        blockColumns = n;
        copyA = m > n;
        copyB = m < n;
        order = -7;
        rowsOutside = k > 0;
        unroll = 1000;
        fetch = -1;
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

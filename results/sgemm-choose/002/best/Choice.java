import schedule.Cache;
import schedule.Chooser;
import schedule.Schedule;

/// Chooses a schedule. The search starts from one that suits large products, for all shapes.
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
        width = 17;
        rows = 10;
        vectors = 3;
        depth = 169;
        blockRows = 235;
        blockColumns = 512;
        copyA = false;
        copyB = true;
        order = -(first == -(order + first) ? order + first - (rows - fetch) * (unroll - fetch) : order + first) + (order + first) * Math.min(1, order - width);
        rowsOutside = false;
        unroll = 4;
        fetch = 0;
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

package packing.harness;

import packing.Instance;

import java.util.Arrays;

/// Bins for a rule that looks at one bin at a time. Bins with equal room left get equal scores, so
/// only the first bin of each level of room is looked at: at most `capacity` of them, however many
/// bins are open.
final class LeveledBins implements Bins {

    private static final int NONE = Integer.MAX_VALUE;

    private final ScoreTable table;
    private final int capacity;
    private final int smallest;

    /// For each level of room its first bin, or [#NONE]. That of empty bins is the next to open.
    private final int[] first;

    /// One bit for each bin of each level, `words` words to a level.
    private final long[] members;

    private final int words;

    /// For each level how many bins it has.
    private final int[] sizes;

    /// The levels that have an opened bin with room for the smallest item, rising.
    private final int[] levels;

    private int count;

    LeveledBins(Instance instance, ScoreTable table) {
        this.table = table;
        capacity = instance.capacity();
        smallest = instance.smallest();
        first = new int[capacity + 1];
        Arrays.fill(first, NONE);
        first[capacity] = 0;
        words = (instance.items().length + Long.SIZE - 1) / Long.SIZE;
        members = new long[capacity * words];
        sizes = new int[capacity];
        levels = new int[capacity];
    }

    @Override
    public int put(int item) throws InvalidAnswer {
        int level = best(item);
        int bin = first[level];
        if (level == capacity) {
            first[level]++;
        } else {
            leave(level, bin);
        }
        if (level - item >= smallest) {
            enter(level - item, bin);
        }
        return bin;
    }

    /// The level with the highest score; of equal scores the one with the earliest bin.
    private int best(int item) throws InvalidAnswer {
        double[] known = table.row(item);
        int best = capacity;
        double highest = table.score(item, capacity);
        for (int at = count - 1; at >= 0 && levels[at] >= item; at--) {
            int level = levels[at];
            double score = known[level];
            if (score < highest) {
                continue;
            }
            score = table.score(item, level);
            if (score > highest || score == highest && first[level] < first[best]) {
                best = level;
                highest = score;
            }
        }
        return best;
    }

    private void leave(int level, int bin) {
        members[level * words + bin / Long.SIZE] &= ~(1L << bin);
        if (--sizes[level] == 0) {
            first[level] = NONE;
            remove(level);
        } else {
            first[level] = next(level, bin / Long.SIZE);
        }
    }

    private int next(int level, int word) {
        int at = level * words + word;
        while (members[at] == 0) {
            at++;
        }
        return (at - level * words) * Long.SIZE + Long.numberOfTrailingZeros(members[at]);
    }

    private void enter(int level, int bin) {
        if (sizes[level]++ == 0) {
            insert(level);
        }
        members[level * words + bin / Long.SIZE] |= 1L << bin;
        first[level] = Math.min(first[level], bin);
    }

    // Few levels are open at a time, mostly fewer than ten: simple loops beat library calls.

    private void insert(int level) {
        int place = count++;
        for (; place > 0 && levels[place - 1] > level; place--) {
            levels[place] = levels[place - 1];
        }
        levels[place] = level;
    }

    private void remove(int level) {
        int place = 0;
        while (levels[place] != level) {
            place++;
        }
        count--;
        for (; place < count; place++) {
            levels[place] = levels[place + 1];
        }
    }
}

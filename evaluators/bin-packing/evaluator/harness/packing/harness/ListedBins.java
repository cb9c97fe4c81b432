package packing.harness;

import packing.Instance;
import packing.Rule;

import java.util.Arrays;

/// Bins for a rule that looks at all of them at once.
final class ListedBins implements Bins {

    private static final int EMPTY_BINS = 2;

    private final Rule rule;
    private final int smallest;

    /// Room left in each bin. There are as many bins as items, as in FunSearch.
    private final int[] room;

    /// One more than the last bin in use.
    private int end;

    /// The bins that can still take an item, in order, up to the last empty one on offer.
    private final int[] live;

    private int lives;

    ListedBins(Instance instance, Rule rule) {
        this.rule = rule;
        smallest = instance.smallest();
        room = new int[instance.items().length];
        Arrays.fill(room, instance.capacity());
        live = new int[room.length];
        offerEmpty();
    }

    /// Keeps two empty bins after the last one in use on offer, while there are so many.
    private void offerEmpty() {
        int offered = lives == 0 ? end : Math.max(end, live[lives - 1] + 1);
        while (offered < Math.min(end + EMPTY_BINS, room.length)) {
            live[lives++] = offered++;
        }
    }

    @Override
    public int put(int item) throws InvalidAnswer {
        int[] places = fitting(item);
        int place = places[highest(scores(item, places))];
        int bin = live[place];
        room[bin] -= item;
        end = Math.max(end, bin + 1);
        if (room[bin] < smallest) {
            lives--;
            System.arraycopy(live, place + 1, live, place, lives - place);
        }
        offerEmpty();
        return bin;
    }

    /// Places in [#live] of the bins an item fits in.
    private int[] fitting(int item) {
        int[] places = new int[lives];
        int count = 0;
        for (int place = 0; place < lives; place++) {
            if (room[live[place]] >= item) {
                places[count++] = place;
            }
        }
        return Arrays.copyOf(places, count);
    }

    private double[] scores(int item, int[] places) throws InvalidAnswer {
        int[] bins = new int[places.length];
        for (int at = 0; at < bins.length; at++) {
            bins[at] = room[live[places[at]]];
        }
        double[] scores = rule.priority(item, bins);
        if (scores == null || scores.length != places.length) {
            String found = scores == null ? "null" : scores.length + " scores";
            throw new InvalidAnswer(found + " for " + places.length + " bins");
        }
        return scores;
    }

    private static int highest(double[] scores) throws InvalidAnswer {
        int highest = 0;
        for (int at = 0; at < scores.length; at++) {
            if (Double.isNaN(scores[at])) {
                throw new InvalidAnswer("NaN for bin %d of %d".formatted(at, scores.length));
            }
            if (scores[at] > scores[highest]) {
                highest = at;
            }
        }
        return highest;
    }
}

package caps.scorer;

import caps.Instance;

import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// In which order vectors of equal priority are tried.
final class Orders {

    private static final int BASE = 3;

    private Orders() {}

    /// FunSearch's own: by the first entry, then by the second, and so on.
    static Instance plain(int n) {
        return new Instance(n, IntStream.range(0, vectors(n)).toArray());
    }

    /// The plain order as seen after exchanging entries, and after exchanging values within each: a
    /// symmetry of the problem, so that no order is better than another.
    static Instance symmetric(int n, RandomGenerator random) {
        int[] places = shuffled(n, random);
        int[][] values =
                IntStream.range(0, n).mapToObj(_ -> shuffled(BASE, random)).toArray(int[][]::new);
        int[] order =
                IntStream.range(0, vectors(n))
                        .boxed()
                        .sorted(Comparator.comparingInt(vector -> image(vector, places, values)))
                        .mapToInt(Integer::intValue)
                        .toArray();
        return new Instance(n, order);
    }

    private static int image(int vector, int[] places, int[][] values) {
        int[] entries = Instance.entries(vector, places.length);
        int[] image = new int[places.length];
        for (int at = 0; at < image.length; at++) {
            image[at] = values[at][entries[places[at]]];
        }
        return Instance.vector(image);
    }

    private static int[] shuffled(int count, RandomGenerator random) {
        int[] all = IntStream.range(0, count).toArray();
        for (int at = count - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            int kept = all[at];
            all[at] = all[other];
            all[other] = kept;
        }
        return all;
    }

    private static int vectors(int n) {
        int vectors = 1;
        for (int at = 0; at < n; at++) {
            vectors *= BASE;
        }
        return vectors;
    }
}

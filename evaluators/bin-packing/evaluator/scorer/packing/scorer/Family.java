package packing.scorer;

import dev.tradewind.evaluation.Suite;

import packing.Instance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Where the sizes of items come from.
enum Family {

    /// OR-Library's uniform class: whole numbers from 20 to 100, bins of 150.
    ///
    /// Short sequences come first, because a hopeless rule is given up at the first. Rules trained
    /// on one length do badly on others, hence four. Validation is made up like the published sets.
    OR(150) {
        @Override
        int item(RandomGenerator random) {
            return random.nextInt(20, 101);
        }

        @Override
        List<Suite<Instance>> training(RandomGenerator random) {
            return List.of(
                    draws(24, 120, random),
                    draws(16, 250, random),
                    draws(10, 500, random),
                    draws(6, 1_000, random));
        }

        @Override
        List<Suite<Instance>> validation(RandomGenerator random) {
            return List.of(
                    draws(20, 120, random),
                    draws(20, 250, random),
                    draws(20, 500, random),
                    draws(20, 1_000, random));
        }

        @Override
        List<String> published() {
            return List.of("or1-u120", "or2-u250", "or3-u500", "or4-u1000");
        }
    },

    /// Weibull distribution of shape 3 and scale 45, rounded, kept within 1 to 100, bins of 100.
    WEIBULL(100) {
        @Override
        int item(RandomGenerator random) {
            // StrictMath: the same sizes on every machine.
            double size = 45 * StrictMath.cbrt(-StrictMath.log(1 - random.nextDouble()));
            return Math.clamp(Math.round(size), 1, 100);
        }

        @Override
        List<Suite<Instance>> training(RandomGenerator random) {
            return List.of(draws(5, 5_000, random));
        }

        @Override
        List<Suite<Instance>> validation(RandomGenerator random) {
            return List.of(draws(8, 5_000, random));
        }

        @Override
        List<String> published() {
            return List.of(
                    "weibull-1k-eoh", "weibull-2k-eoh", "weibull-5k-funsearch", "weibull-10k-eoh");
        }
    };

    /// Rules that waste this much and a little more are given up. First fit wastes 0.07.
    private static final double MOST_WASTE = 0.10;

    private static final int A_LITTLE = 6;

    private final int capacity;

    Family(int capacity) {
        this.capacity = capacity;
    }

    abstract int item(RandomGenerator random);

    abstract List<Suite<Instance>> training(RandomGenerator random);

    abstract List<Suite<Instance>> validation(RandomGenerator random);

    /// Names of the shipped sets, without ending.
    abstract List<String> published();

    static Family named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    Suite<Instance> draws(int count, int items, RandomGenerator random) {
        String name = name().toLowerCase(Locale.ROOT) + "-" + items;
        List<Instance> drawn = new ArrayList<>();
        IntStream.range(0, count).forEach(_ -> drawn.add(draw(items, random)));
        return new Suite<>(name, drawn);
    }

    private Instance draw(int count, RandomGenerator random) {
        int[] items = new int[count];
        Arrays.setAll(items, _ -> item(random));
        double most = Bound.of(capacity, items) * (1 + MOST_WASTE) + A_LITTLE;
        return new Instance(capacity, items, (int) most);
    }
}

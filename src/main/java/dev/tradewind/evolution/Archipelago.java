package dev.tradewind.evolution;

import dev.tradewind.archive.BetterFirst;
import dev.tradewind.archive.Cluster;
import dev.tradewind.archive.Elite;
import dev.tradewind.archive.Placement;
import dev.tradewind.evaluation.Direction;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Scores;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Islands that evolve apart, and the best program of the run (FunSearch, Methods, "Programs
/// database").
///
/// Breeding goes by training scores alone, the champion and the rank of an island by validation
/// scores alone. While no better champion comes for as long as the settings say, the weaker half of
/// the islands starts again, each from the leader of an island of the stronger half.
public final class Archipelago {

    /// Programs of a cluster do the same, so the shorter is preferred gently (FunSearch's value).
    private static final Draw BY_LENGTH = new Draw(1);

    private final EvolutionSettings settings;
    private final Direction direction;
    private final Draw byScore;
    private final List<Island> islands = new ArrayList<>();
    private Champion champion;
    private long sinceChampion;

    /// Every island holds the seed and nothing else; the seed is the champion.
    ///
    /// @param objective the task's first one
    public Archipelago(EvolutionSettings settings, Objective objective, Champion seed) {
        this.settings = settings;
        direction = objective.direction();
        byScore = new Draw(settings.temperature());
        champion = seed;
        for (int at = 0; at < settings.islands(); at++) {
            islands.add(new Island(direction, settings.capacity(), seed));
        }
    }

    /// Who the next proposal starts from: an island by equal chances, a cluster by its score, a
    /// program by its length; for crossover a second one from another cluster, where there is one.
    public Parents parents(RandomGenerator random) {
        int at = random.nextInt(islands.size());
        List<Cluster> clusters = clusters(at);
        boolean pair = random.nextDouble() < settings.crossover() && clusters.size() > 1;
        Cluster first = cluster(clusters, random);
        if (!pair) {
            return new Parents(at, List.of(member(first, random)));
        }
        List<Cluster> others = clusters.stream().filter(cluster -> !cluster.equals(first)).toList();
        Cluster second = cluster(others, random);
        return new Parents(at, sorted(member(first, random), member(second, random)));
    }

    private Cluster cluster(List<Cluster> clusters, RandomGenerator random) {
        return byScore.from(clusters, cluster -> direction.ascending(cluster.value()), random);
    }

    private static Elite member(Cluster cluster, RandomGenerator random) {
        return BY_LENGTH.from(cluster.elites(), elite -> -elite.length(), random);
    }

    private List<Elite> sorted(Elite... elites) {
        return List.of(elites).stream().sorted(new BetterFirst(direction)).toList();
    }

    /// The training value from which on a candidate of an island is worth validating: anything
    /// better than the best there. What merely equals it is mostly the same behaviour in other
    /// words, a quarter of all candidates, and would be validated in vain.
    public double bar(int island) {
        double best = islands.get(island).archive().best().training().first();
        return switch (direction) {
            case MINIMISE -> Math.nextDown(best);
            case MAXIMISE -> Math.nextUp(best);
        };
    }

    /// Offers a scored candidate to the island its parents came from.
    public Arrival settle(int island, Elite elite, Check check) {
        Placement placement = islands.get(island).offer(elite);
        boolean crowned =
                switch (check) {
                    case Check.NotValidated _ -> false;
                    case Check.Validated(Scores validation) ->
                            crowned(islands.get(island), new Champion(elite, validation));
                };
        return new Arrival(placement, crowned, restarted(crowned));
    }

    /// Settles a flight that brought nothing to offer: it failed, or was a duplicate.
    ///
    /// @return islands emptied and reseeded after it, ascending
    public List<Integer> ignored() {
        return restarted(false);
    }

    private boolean crowned(Island island, Champion contender) {
        island.validated(contender);
        if (order().compare(contender, champion) >= 0) {
            return false;
        }
        champion = contender;
        return true;
    }

    private List<Integer> restarted(boolean crowned) {
        sinceChampion = crowned ? 0 : sinceChampion + 1;
        if (sinceChampion < settings.stagnation()) {
            return List.of();
        }
        sinceChampion = 0;
        return restartWeakerHalf();
    }

    /// The weakest island starts from the strongest's leader, the second weakest from the second
    /// strongest's, and so on. One island alone is never restarted.
    private List<Integer> restartWeakerHalf() {
        List<Integer> ranked =
                IntStream.range(0, islands.size())
                        .boxed()
                        .sorted(Comparator.comparing(this::leader, order()))
                        .toList();
        int half = islands.size() / 2;
        for (int place = 0; place < half; place++) {
            Champion founder = leader(ranked.get(place));
            int weak = ranked.get(ranked.size() - 1 - place);
            islands.set(weak, new Island(direction, settings.capacity(), founder));
        }
        return ranked.subList(ranked.size() - half, ranked.size()).stream().sorted().toList();
    }

    private Champion leader(int island) {
        return islands.get(island).leader();
    }

    private Comparator<Champion> order() {
        return new ChampionFirst(direction);
    }

    /// The best program of the run so far, by validation.
    public Champion champion() {
        return champion;
    }

    /// How many islands there are; they are counted from 0.
    public int islands() {
        return islands.size();
    }

    /// What one island keeps, best first: a view that the next settlement changes.
    public List<Cluster> clusters(int island) {
        return islands.get(island).archive().clusters();
    }
}

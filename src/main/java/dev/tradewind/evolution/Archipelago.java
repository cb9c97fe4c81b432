package dev.tradewind.evolution;

import dev.tradewind.archive.BetterFirst;
import dev.tradewind.archive.Cluster;
import dev.tradewind.archive.Elite;
import dev.tradewind.archive.ParetoFront;
import dev.tradewind.archive.Placement;
import dev.tradewind.archive.Preference;
import dev.tradewind.evaluation.Scores;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Islands that evolve apart, and the best programs of the run (FunSearch, Methods, "Programs
/// database").
///
/// Breeding goes by training scores alone; the run's front and the rank of an island go by
/// validation scores alone. With one objective the front has one member, the champion. While the
/// front stays as it is for as long as the settings say, the weaker half of the islands starts
/// again, each from the front of an island of the stronger half.
public final class Archipelago {

    /// Programs of a cluster do the same, so the shorter is preferred gently (FunSearch's value).
    private static final Draw BY_LENGTH = new Draw(1);

    private final EvolutionSettings settings;
    private final Preference preference;
    private final Fronts fronts;
    private final Choice choice;
    private final List<Island> islands = new ArrayList<>();
    private final ParetoFront<Champion> front;
    private long sinceChampion;

    /// Every island holds the seed and nothing else; the seed is the champion.
    public Archipelago(EvolutionSettings settings, Preference preference, Champion seed) {
        this.settings = settings;
        this.preference = preference;
        fronts = Fronts.of(preference, seed);
        choice = new Choice(preference, new Draw(settings.temperature()));
        front = fronts.with(List.of(seed));
        for (int at = 0; at < settings.islands(); at++) {
            islands.add(new Island(fronts, settings.capacity(), List.of(seed)));
        }
    }

    /// Who the next proposal starts from: an island by equal chances, a cluster by its scores, a
    /// program by its length; for crossover a second one from another cluster, where there is one.
    public Parents parents(RandomGenerator random) {
        int at = random.nextInt(islands.size());
        List<Cluster> clusters = clusters(at);
        boolean pair = random.nextDouble() < settings.crossover() && clusters.size() > 1;
        Cluster first = choice.cluster(clusters, random);
        if (!pair) {
            return new Parents(at, List.of(member(first, random)));
        }
        List<Cluster> others = clusters.stream().filter(cluster -> !cluster.equals(first)).toList();
        Cluster second = choice.cluster(others, random);
        return new Parents(at, sorted(member(first, random), member(second, random)));
    }

    private static Elite member(Cluster cluster, RandomGenerator random) {
        return BY_LENGTH.from(cluster.elites(), elite -> -elite.length(), random);
    }

    private List<Elite> sorted(Elite... elites) {
        return List.of(elites).stream().sorted(new BetterFirst(preference)).toList();
    }

    /// What a candidate of an island must reach on training to be worth validating: anything that
    /// nothing there covers. What merely equals the best is mostly the same behaviour in other
    /// words, a quarter of all candidates, and would be validated in vain.
    public Bar bar(int island) {
        return islands.get(island).bar();
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
        island.leaders().offer(contender);
        return front.offer(contender);
    }

    private List<Integer> restarted(boolean crowned) {
        sinceChampion = crowned ? 0 : sinceChampion + 1;
        if (sinceChampion < settings.stagnation()) {
            return List.of();
        }
        sinceChampion = 0;
        return restartWeakerHalf();
    }

    /// The weakest island starts from the strongest's front, the second weakest from the second
    /// strongest's, and so on. One island alone is never restarted.
    private List<Integer> restartWeakerHalf() {
        List<Integer> ranked =
                IntStream.range(0, islands.size()).boxed().sorted(strongerFirst()).toList();
        int half = islands.size() / 2;
        for (int place = 0; place < half; place++) {
            List<Champion> founders = leaders(ranked.get(place)).members();
            int weak = ranked.get(ranked.size() - 1 - place);
            islands.set(weak, new Island(fronts, settings.capacity(), founders));
        }
        return ranked.subList(ranked.size() - half, ranked.size()).stream().sorted().toList();
    }

    /// By what the islands' fronts cover, then by their first members.
    private Comparator<Integer> strongerFirst() {
        return Comparator.comparingDouble((Integer island) -> fronts.covered(leaders(island)))
                .reversed()
                .thenComparing(island -> leaders(island).first(), fronts.order());
    }

    private ParetoFront<Champion> leaders(int island) {
        return islands.get(island).leaders();
    }

    /// The best program of the run so far, by validation: of a front with several members the one
    /// that is best in the first objective.
    public Champion champion() {
        return front.first();
    }

    /// The validated programs of the run that no other dominates, and what they cover: a view that
    /// the next settlement changes.
    public ParetoFront<Champion> front() {
        return front;
    }

    /// Whether one program of the front has reached all targets on validation.
    public boolean arrived() {
        return front.members().stream().anyMatch(member -> preference.reached(member.validation()));
    }

    /// How many islands there are; they are counted from 0.
    public int islands() {
        return islands.size();
    }

    /// What one island keeps, best first, as it is now.
    public List<Cluster> clusters(int island) {
        return islands.get(island).archive().clusters();
    }
}

package dev.tradewind.proposer.tuning;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Descent;
import dev.tradewind.program.ProgramId;
import dev.tradewind.program.RegionException;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.Proposer;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Moves the numbers of a parent, in whatever language, and nothing else. Two parents that differ
/// in their numbers alone may also be crossed: the child lies on the line through both. Numbers
/// that size or index arrays stay, those that bound loops move by one.
public final class ConstantTuning implements Proposer {

    private static final String NAME = "tuning";
    private static final int ATTEMPTS = 20;
    private static final double CROSSED = 0.5;
    private static final double FROM_THE_BEST = 0.75;
    private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final String name;

    /// Called `tuning`.
    public ConstantTuning() {
        this(NAME);
    }

    /// @param name of the rung
    public ConstantTuning(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Proposal propose(Ask ask) {
        List<Skeleton> parents;
        try {
            parents =
                    ask.parents().stream()
                            .map(parent -> ConstantReader.read(parent.program()))
                            .filter(parent -> !parent.constants().isEmpty())
                            .toList();
        } catch (RegionException unreadable) {
            return new Proposal.Declined(FailureCause.UNREADABLE, "" + unreadable.getMessage());
        }
        return parents.isEmpty()
                ? new Proposal.Declined(
                        FailureCause.UNREADABLE, "no number to move in the regions of any parent")
                : proposal(parents, RANDOM.create(ask.stream()));
    }

    private Proposal proposal(List<Skeleton> parents, RandomGenerator random) {
        int other = random.nextInt(parents.size());
        Skeleton parent = parents.get(random.nextDouble() < FROM_THE_BEST ? 0 : other);
        Skeleton partner = partner(parent, parents, random);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Skeleton mate = random.nextDouble() < CROSSED ? partner : null;
            List<Double> values =
                    mate == null
                            ? Moves.stepped(parent, random)
                            : Moves.crossed(parent, mate, random);
            if (parents.stream()
                    .noneMatch(each -> each.like(parent) && each.values().equals(values))) {
                return proposed(parent, mate, values);
            }
        }
        return new Proposal.Declined(FailureCause.DUPLICATE, "no attempt moved a number");
    }

    /// One of the other parents that differs in its numbers alone; null when there is none.
    private static @Nullable Skeleton partner(
            Skeleton parent, List<Skeleton> parents, RandomGenerator random) {
        List<Skeleton> alike =
                parents.stream()
                        .filter(each -> each.like(parent))
                        .filter(each -> !each.values().equals(parent.values()))
                        .toList();
        return alike.isEmpty() ? null : alike.get(random.nextInt(alike.size()));
    }

    private Proposal proposed(Skeleton parent, @Nullable Skeleton mate, List<Double> values) {
        List<Double> old = parent.values();
        long moved =
                IntStream.range(0, old.size())
                        .filter(at -> !old.get(at).equals(values.get(at)))
                        .count();
        String what = moved == 1 ? " constant" : " constants";
        String operator = (mate == null ? "tune " : "cross ") + moved + what;
        List<ProgramId> parents =
                Stream.of(parent, mate)
                        .filter(Objects::nonNull)
                        .map(each -> each.program().id())
                        .toList();
        Candidate child = Candidate.of(parent.with(values), new Descent(parents, name, operator));
        return new Proposal.Proposed(child);
    }
}

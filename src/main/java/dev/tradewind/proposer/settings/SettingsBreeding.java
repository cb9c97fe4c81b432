package dev.tradewind.proposer.settings;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Lowering;
import dev.tradewind.evaluation.Settings;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Descent;
import dev.tradewind.program.ProgramId;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.Proposer;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Crosses and moves settings. A child takes each knob from either of two parents, then some knobs
/// move: few mostly, many rarely, each to a value nearby where the knob has an order. A small share
/// is drawn evenly from the whole space, so that no part of it is out of reach; in the beginning
/// nearly all, so that a run does not stay near the settings it was given. What does not go
/// together is drawn again.
public final class SettingsBreeding implements Proposer {

    private static final String NAME = "settings";
    private static final int ATTEMPTS = 200;
    private static final double FRESH = 0.05;

    /// The first programs of a run are drawn evenly less and less often, until this many are known.
    /// Halfway there some two dozen are: about what it takes until the best of them is among the
    /// better tenth with a chance of nine in ten.
    private static final double YOUNG = 48;

    /// Not all of them: where little goes together, moved settings must have their chance.
    private static final double MOSTLY = 0.9;

    private static final double CROSSED = 0.75;

    /// How often a crossed child is moved as well.
    private static final double MOVED = 0.5;

    private final String name;
    private final Lowering lowering;
    private final Genome genome;

    /// Called `settings`.
    public SettingsBreeding(Lowering lowering) {
        this(NAME, lowering);
    }

    /// @param name of the rung
    /// @param lowering says what can be chosen and what goes together
    public SettingsBreeding(String name, Lowering lowering) {
        this.name = name;
        this.lowering = lowering;
        this.genome = new Genome(lowering.space());
    }

    @Override
    public String name() {
        return name;
    }

    /// A program to start from and its values, in the order of the knobs.
    private record Parent(ProgramId id, Settings settings, List<Long> values) {}

    /// A child before it is known whether its values go together.
    ///
    /// @param from the parents it took values from, the one whose text it keeps first
    private record Drawn(List<Long> values, List<Parent> from, String operator) {}

    @Override
    public Proposal propose(Ask ask) {
        List<Parent> parents = new ArrayList<>();
        try {
            for (Candidate each : ask.parents()) {
                Settings settings = Settings.of(each.program(), lowering.space());
                parents.add(
                        new Parent(each.id(), settings, List.copyOf(settings.choice().values())));
            }
        } catch (Lowering.Unfit unreadable) {
            return new Proposal.Declined(FailureCause.UNREADABLE, "" + unreadable.getMessage());
        }
        double fresh = Math.max(FRESH, MOSTLY * (1 - ask.settledBefore() / YOUNG));
        return proposal(parents, fresh, Genome.random(ask.stream()));
    }

    private Proposal proposal(List<Parent> parents, double fresh, RandomGenerator random) {
        String unfit = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Drawn drawn = drawn(parents, fresh, random);
            if (parents.stream().noneMatch(each -> each.values().equals(drawn.values()))) {
                try {
                    lowering.lower(genome.choice(drawn.values()));
                    return proposed(drawn);
                } catch (Lowering.Unfit why) {
                    unfit = "" + why.getMessage();
                }
            }
        }
        return unfit.isEmpty()
                ? new Proposal.Declined(FailureCause.DUPLICATE, "no attempt moved a knob")
                : new Proposal.Declined(
                        FailureCause.UNREADABLE,
                        "no attempt out of %d went together: %s".formatted(ATTEMPTS, unfit));
    }

    private Drawn drawn(List<Parent> parents, double fresh, RandomGenerator random) {
        Parent parent = parents.getFirst();
        if (random.nextDouble() < fresh) {
            return new Drawn(genome.drawn(random), List.of(parent), "fresh settings");
        }
        if (parents.size() == 1 || random.nextDouble() >= CROSSED) {
            Parent any = parents.get(random.nextInt(parents.size()));
            return moved(new Drawn(any.values(), List.of(any), ""), random);
        }
        Parent other = parents.get(1 + random.nextInt(parents.size() - 1));
        List<Long> values = genome.crossed(parent.values(), other.values(), random);
        Drawn crossed = new Drawn(values, List.of(parent, other), "cross");
        return random.nextDouble() < MOVED ? moved(crossed, random) : crossed;
    }

    private Drawn moved(Drawn drawn, RandomGenerator random) {
        List<Long> values = genome.moved(drawn.values(), random);
        long count = Genome.differences(drawn.values(), values);
        String before = drawn.operator().isEmpty() ? "" : drawn.operator() + ", ";
        String what = "move " + count + (count == 1 ? " knob" : " knobs");
        return new Drawn(values, drawn.from(), before + what);
    }

    private Proposal proposed(Drawn drawn) {
        List<ProgramId> ids = drawn.from().stream().map(Parent::id).toList();
        Settings text = drawn.from().getFirst().settings();
        return new Proposal.Proposed(
                Candidate.of(
                        text.with(genome.choice(drawn.values())),
                        new Descent(ids, name, drawn.operator())));
    }
}

package dev.tradewind.proposer.settings;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Lowering;
import dev.tradewind.evaluation.Settings;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Descent;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.Proposer;

import java.util.List;
import java.util.random.RandomGenerator;

/// Draws settings evenly from all that go together: the line a search has to beat. Of its parents
/// it takes the text around the values alone.
public final class RandomSettings implements Proposer {

    private static final String NAME = "random";

    /// Even where one choice in a thousand goes together, most proposals find one.
    private static final int ATTEMPTS = 5_000;

    private final Lowering lowering;
    private final Genome genome;

    /// @param lowering says what can be chosen and what goes together
    public RandomSettings(Lowering lowering) {
        this.lowering = lowering;
        this.genome = new Genome(lowering.space());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Proposal propose(Ask ask) {
        Candidate parent = ask.parents().getFirst();
        try {
            return proposal(parent, Settings.of(parent.program(), lowering.space()), ask.stream());
        } catch (Lowering.Unfit unreadable) {
            return new Proposal.Declined(FailureCause.UNREADABLE, "" + unreadable.getMessage());
        }
    }

    private Proposal proposal(Candidate parent, Settings text, long stream) {
        RandomGenerator random = Genome.random(stream);
        String unfit = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var choice = genome.choice(genome.drawn(random));
            try {
                lowering.lower(choice);
                Descent descent = new Descent(List.of(parent.id()), NAME, "fresh settings");
                return new Proposal.Proposed(Candidate.of(text.with(choice), descent));
            } catch (Lowering.Unfit why) {
                unfit = "" + why.getMessage();
            }
        }
        return new Proposal.Declined(
                FailureCause.UNREADABLE,
                "no random settings out of %d went together: %s".formatted(ATTEMPTS, unfit));
    }
}

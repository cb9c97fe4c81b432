package dev.tradewind.proposer.breeding;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Descent;
import dev.tradewind.program.ProgramId;
import dev.tradewind.program.RegionException;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.Proposer;

import java.util.List;

/// Breeds programs from the syntax trees of their parents' regions: one parent is mutated, two are
/// crossed. Statements and expressions it does not understand are kept as they were written.
public final class TreeBreeding implements Proposer {

    private static final String NAME = "breeding";
    private static final int REMEMBERED = 2_048;

    private final String name;
    private final Breeder breeder;
    private final Library library = new Library(REMEMBERED);

    /// Called `breeding`.
    public TreeBreeding(BreedingSettings settings) {
        this(NAME, settings);
    }

    /// @param name of the rung
    public TreeBreeding(String name, BreedingSettings settings) {
        this.name = name;
        this.breeder = new Breeder(settings);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Proposal propose(Ask ask) {
        List<Source> parents;
        try {
            parents = ask.parents().stream().map(library::read).toList();
        } catch (UnreadableException | RegionException unreadable) {
            return new Proposal.Declined(FailureCause.UNREADABLE, "" + unreadable.getMessage());
        }
        List<ProgramId> ids = ask.parents().stream().map(Candidate::id).toList();
        Breeder.Born born = breeder.breed(parents, Breeder.random(ask.stream()));
        return born == null
                ? new Proposal.Declined(FailureCause.DUPLICATE, "no attempt made a new program")
                : proposed(born, ids);
    }

    private Proposal proposed(Breeder.Born born, List<ProgramId> parents) {
        Descent descent = new Descent(parents, name, born.operator());
        Candidate candidate = Candidate.of(born.child().program(), descent);
        library.add(candidate.id(), born.child());
        return new Proposal.Proposed(candidate);
    }
}

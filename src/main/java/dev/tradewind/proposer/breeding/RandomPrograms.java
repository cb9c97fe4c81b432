package dev.tradewind.proposer.breeding;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Descent;
import dev.tradewind.program.RegionException;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.Proposer;

import io.jenetics.ext.util.TreeNode;

import java.util.List;
import java.util.random.RandomGenerator;

/// Proposes programs whose regions are freshly grown, in the same language as [TreeBreeding] grows
/// them: the line a search has to beat. Of its parents it takes the signatures alone.
public final class RandomPrograms implements Proposer {

    private static final String NAME = "random";
    private static final int ATTEMPTS = 20;
    private static final int REMEMBERED = 16;

    private final BreedingSettings settings;
    private final Library library = new Library(REMEMBERED);

    public RandomPrograms(BreedingSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Proposal propose(Ask ask) {
        Candidate parent = ask.parents().getFirst();
        try {
            return proposal(parent, library.read(parent), Breeder.random(ask.stream()));
        } catch (UnreadableException | RegionException unreadable) {
            return new Proposal.Declined(FailureCause.UNREADABLE, "" + unreadable.getMessage());
        }
    }

    private Proposal proposal(Candidate parent, Source source, RandomGenerator random) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            // Where they turn out too large, smaller ones.
            int nodes = settings.nodes() * (ATTEMPTS - attempt) / ATTEMPTS;
            List<TreeNode<Symbol>> trees =
                    source.bodies().stream()
                            .map(body -> RandomBody.grown(body, nodes, random))
                            .toList();
            Source grown = source.with(trees);
            if (grown.size() <= settings.nodes() && valid(grown)) {
                Descent descent = new Descent(List.of(parent.id()), NAME, "fresh program");
                return new Proposal.Proposed(Candidate.of(grown.program(), descent));
            }
        }
        return new Proposal.Declined(
                FailureCause.UNREADABLE,
                "no random program of at most %d nodes: the region has no result of numbers or truth values, or too many"
                        .formatted(settings.nodes()));
    }

    private static boolean valid(Source grown) {
        return BodyChromosome.phenotype(grown.bodies()).isValid();
    }
}

package dev.tradewind.bench;

import dev.tradewind.evaluation.Task;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;
import dev.tradewind.program.ProgramId;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.breeding.BreedingSettings;
import dev.tradewind.proposer.breeding.TreeBreeding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Candidates like those of a search: bred from the task's starting program, a few generations deep
/// and each with a text of its own.
final class Bred {

    private static final int ANCESTORS = 50;
    private static final int ATTEMPTS = 100;

    private final TreeBreeding breeding = new TreeBreeding(BreedingSettings.DEFAULT);
    private final Random random = new Random(1);
    private final List<Candidate> ancestors = new ArrayList<>();
    private final Set<ProgramId> known = new HashSet<>();

    private Bred(Program seed) {
        Candidate founder = Candidate.seed(seed);
        ancestors.add(founder);
        known.add(founder.id());
    }

    /// The same ones each time.
    static List<Candidate> of(Task task, int count) {
        Bred bred = new Bred(task.seed());
        List<Candidate> candidates = new ArrayList<>();
        while (candidates.size() < count) {
            candidates.add(bred.next());
        }
        return candidates;
    }

    private Candidate next() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Candidate parent = ancestors.get(random.nextInt(ancestors.size()));
            Ask ask = Ask.of(List.of(parent), random.nextLong());
            if (breeding.propose(ask) instanceof Proposal.Proposed(Candidate child, var _)
                    && known.add(child.id())) {
                if (ancestors.size() < ANCESTORS) {
                    ancestors.add(child);
                }
                return child;
            }
        }
        throw new IllegalStateException("breeding brings nothing new");
    }
}

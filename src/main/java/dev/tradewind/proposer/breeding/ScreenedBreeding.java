package dev.tradewind.proposer.breeding;

import dev.tradewind.program.Candidate;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.Proposer;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/// Draws several offspring of an ask's parents, each with luck of its own, and proposes the one a
/// [Screen] likes best: more processor time for a proposal that is worth more.
public final class ScreenedBreeding implements Proposer {

    private final Proposer drawing;
    private final int draws;
    private final Screen screen;

    /// @param drawing makes one offspring an ask; its name is this one's too
    /// @param draws 2 or more
    public ScreenedBreeding(Proposer drawing, int draws, Screen screen) {
        this.drawing = drawing;
        this.draws = draws;
        this.screen = screen;
    }

    @Override
    public String name() {
        return drawing.name();
    }

    @Override
    public Proposal propose(Ask ask) {
        List<Proposal> drawn =
                new SplittableRandom(ask.stream())
                        .longs(draws)
                        .mapToObj(stream -> drawing.propose(ask.withStream(stream)))
                        .toList();
        List<Candidate> programs =
                drawn.stream()
                        .filter(Proposal.Proposed.class::isInstance)
                        .map(each -> ((Proposal.Proposed) each).candidate())
                        .toList();
        Proposal found = programs.isEmpty() ? drawn.getFirst() : screen.best(ask, programs);
        Duration spent =
                drawn.stream()
                        .skip(programs.isEmpty() ? 1 : 0)
                        .map(Proposal::cpu)
                        .reduce(Duration.ZERO, Duration::plus);
        return found.plus(spent);
    }

    @Override
    public void close() {
        drawing.close();
    }
}

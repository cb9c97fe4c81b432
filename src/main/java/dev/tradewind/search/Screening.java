package dev.tradewind.search;

import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluator;
import dev.tradewind.evaluation.Executable;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.guard.Verdict;
import dev.tradewind.program.Candidate;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.breeding.Screen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tries programs out on a few of the training instances, then the better ones on more (successive
/// halving): most of what is drawn is worth no more than a glance.
final class Screening implements Screen {

    private static final int[] STEPS = {16, 4};

    private final Admission admission;
    private final Evaluator evaluator;
    private final Objective objective;
    private final int[] steps;

    Screening(Assembly assembly, Seen seen) {
        this.admission = new Admission(assembly.guard(), seen);
        this.evaluator = assembly.evaluator();
        this.objective = assembly.task().task().objective();
        this.steps = STEPS;
    }

    @Override
    public Proposal best(List<Candidate> drawn, long settledBefore) {
        Round round = new Round(settledBefore);
        List<Executable> left = round.admitted(drawn);
        for (int at = 0; at < steps.length && left.size() > 1; at++) {
            int keep = at == steps.length - 1 ? 1 : Math.max(1, (left.size() + 3) / 4);
            left = round.better(left, steps[at], keep);
        }
        return round.proposal(left);
    }

    /// One question.
    private final class Round {

        private final long settledBefore;
        private final List<Proposal.Declined> declined = new ArrayList<>();
        private Duration cpu = Duration.ZERO;

        private Round(long settledBefore) {
            this.settledBefore = settledBefore;
        }

        List<Executable> admitted(List<Candidate> drawn) {
            List<Executable> admitted = new ArrayList<>();
            Set<String> known = new HashSet<>();
            for (Candidate candidate : drawn) {
                if (!known.add(candidate.id().hex())) {
                    continue;
                }
                Verdict verdict = admission.verdict(candidate, settledBefore);
                cpu = cpu.plus(verdict.cpu());
                switch (verdict) {
                    case Verdict.Admitted(Executable executable, var _) -> {
                        if (known.add(executable.fingerprint())) {
                            admitted.add(executable);
                        }
                    }
                    case Verdict.Refused(FailureCause cause, String detail, var _) ->
                            declined.add(new Proposal.Declined(cause, detail));
                }
            }
            return admitted;
        }

        List<Executable> better(List<Executable> all, int every, int keep) {
            List<Ranked> ranked = new ArrayList<>();
            for (Executable executable : all) {
                Evaluation evaluation = evaluator.sample(executable, every);
                cpu = cpu.plus(evaluation.cpu());
                switch (evaluation) {
                    case Evaluation.Scored scored ->
                            ranked.add(
                                    new Ranked(
                                            executable,
                                            objective
                                                    .direction()
                                                    .ascending(scored.scores().first())));
                    case Evaluation.Failed(FailureCause cause, String detail, var _) ->
                            declined.add(new Proposal.Declined(cause, detail));
                }
            }
            return ranked.stream()
                    .sorted(Comparator.comparingDouble(Ranked::worth).reversed())
                    .limit(keep)
                    .map(Ranked::executable)
                    .toList();
        }

        Proposal proposal(List<Executable> left) {
            return left.isEmpty()
                    ? declined.getFirst().plus(cpu)
                    : new Proposal.Proposed(left.getFirst().candidate(), cpu);
        }
    }

    private record Ranked(Executable executable, double worth) {}
}

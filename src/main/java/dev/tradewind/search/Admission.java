package dev.tradewind.search;

import dev.tradewind.evaluation.Executable;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.guard.Guard;
import dev.tradewind.guard.Verdict;
import dev.tradewind.program.Candidate;

import java.time.Duration;

/// The way past the guard for programs nobody brought before.
record Admission(Guard guard, Seen seen) {

    private static final String KNOWN = "an earlier flight brought the same program";

    /// What the guard makes of a candidate; a duplicate when it, or what it compiles to, belongs to
    /// a flight among the first so many to settle.
    Verdict verdict(Candidate candidate, long settledBefore) {
        if (seen.before(candidate.id().hex(), settledBefore)) {
            return new Verdict.Refused(FailureCause.DUPLICATE, KNOWN);
        }
        Verdict verdict = guard.admit(candidate);
        return verdict instanceof Verdict.Admitted(Executable executable, Duration cpu)
                        && seen.before(executable.fingerprint(), settledBefore)
                ? new Verdict.Refused(FailureCause.DUPLICATE, KNOWN, cpu)
                : verdict;
    }
}

package dev.tradewind.journal;

import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Split;
import dev.tradewind.journal.Landing.Validation;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Descent;
import dev.tradewind.program.ProgramId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Writes landings as rows.
final class LandingWriter {

    private static final String PLAN =
            """
            INSERT INTO plan
                (line, flight, settled_before, island, proposer, parents, stream, bar)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
            """;

    private static final String DECLINED =
            """
            INSERT INTO proposal (line, flight, landing, cause, detail)
            VALUES (?, ?, 'DECLINED', ?, ?)\
            """;

    private static final String REFUSED =
            """
            INSERT INTO proposal
                (line, flight, landing, program, proposer, operator, parents, cause, detail)
            VALUES (?, ?, 'REFUSED', ?, ?, ?, ?, ?, ?)\
            """;

    private static final String EVALUATED =
            """
            INSERT INTO proposal
                (line, flight, landing, program, proposer, operator, parents, fingerprint)
            VALUES (?, ?, 'EVALUATED', ?, ?, ?, ?, ?)\
            """;

    private static final String KNOWN =
            "SELECT number FROM program WHERE substr(id, 1, 10) = ? AND id = ?";

    private static final String PROGRAM =
            "INSERT INTO program (number, id, length, files) VALUES (?, ?, ?, ?)";

    private static final String SCORED =
            """
            INSERT INTO evaluation (line, flight, split, status, scores, signature, digest)
            VALUES (?, ?, ?, 'SCORED', ?, ?, ?)\
            """;

    private static final String FAILED =
            """
            INSERT INTO evaluation (line, flight, split, status, cause, detail)
            VALUES (?, ?, ?, 'FAILED', ?, ?)\
            """;

    private static final String SPEND =
            """
            INSERT INTO spend
                (line, flight, landed_ms, training_ns, validation_ns, validated_ns)
            VALUES (?, ?, ?, ?, ?, ?)\
            """;

    private final Sql sql;
    private final Packing packing;
    private long programs;

    LandingWriter(Sql sql, Packing packing) {
        this.sql = sql;
        this.packing = packing;
        this.programs = sql.number("SELECT max(number) FROM program");
    }

    void write(Landing landing, Instant at) {
        Plan plan = landing.plan();
        String line = plan.line().name();
        writePlan(plan);
        switch (landing) {
            case Landing.Declined(Plan _, FailureCause cause, String detail) ->
                    sql.run(DECLINED, line, plan.flight(), cause.name(), detail);
            case Landing.Refused refused -> writeRefused(refused);
            case Landing.Evaluated evaluated -> writeEvaluated(evaluated);
        }
        writeSpend(landing, at);
    }

    private void writePlan(Plan plan) {
        sql.run(
                PLAN,
                plan.line().name(),
                plan.flight(),
                plan.settledBefore(),
                plan.island(),
                plan.proposer(),
                Lists.ofNumbers(plan.parents()),
                plan.stream(),
                plan.bar());
    }

    private void writeRefused(Landing.Refused landing) {
        Descent descent = landing.candidate().descent();
        sql.run(
                REFUSED,
                landing.plan().line().name(),
                landing.plan().flight(),
                program(landing.candidate()),
                descent.proposer(),
                descent.operator(),
                parents(descent),
                landing.cause().name(),
                landing.detail());
    }

    private void writeEvaluated(Landing.Evaluated landing) {
        Descent descent = landing.candidate().descent();
        sql.run(
                EVALUATED,
                landing.plan().line().name(),
                landing.plan().flight(),
                program(landing.candidate()),
                descent.proposer(),
                descent.operator(),
                parents(descent),
                landing.fingerprint());
        write(landing.plan(), Split.TRAINING, landing.training());
        if (landing.validation() instanceof Validation.Done done) {
            write(landing.plan(), Split.VALIDATION, done.evaluation());
        }
    }

    private static String parents(Descent descent) {
        return Lists.ofWords(descent.parents().stream().map(ProgramId::hex).toList());
    }

    /// The row of the candidate's program, which is added unless it is there.
    private long program(Candidate candidate) {
        ProgramId id = candidate.id();
        long known = sql.number(KNOWN, id.brief(), id.hex());
        if (known > 0) {
            return known;
        }
        long number = ++programs;
        byte[] files = packing.pack(candidate.program());
        sql.run(PROGRAM, number, id.hex(), candidate.program().length(), files);
        return number;
    }

    private void write(Plan plan, Split split, Evaluation evaluation) {
        String line = plan.line().name();
        switch (evaluation) {
            case Evaluation.Scored scored ->
                    sql.run(
                            SCORED,
                            line,
                            plan.flight(),
                            split.name(),
                            Lists.ofNumbers(scored.scores().values()),
                            scored.signature().hash(),
                            scored.digest());
            case Evaluation.Failed failed ->
                    sql.run(
                            FAILED,
                            line,
                            plan.flight(),
                            split.name(),
                            failed.cause().name(),
                            failed.detail());
        }
    }

    private void writeSpend(Landing landing, Instant at) {
        @Nullable Long training = null;
        @Nullable Long validation = null;
        @Nullable Long validated = null;
        if (landing instanceof Landing.Evaluated evaluated) {
            training = evaluated.training().cpu().toNanos();
            if (evaluated.validation() instanceof Validation.Done done) {
                validation = done.evaluation().cpu().toNanos();
                validated = done.cpu().toNanos();
            }
        }
        Plan plan = landing.plan();
        sql.run(
                SPEND,
                plan.line().name(),
                plan.flight(),
                at.toEpochMilli(),
                training,
                validation,
                validated);
    }
}

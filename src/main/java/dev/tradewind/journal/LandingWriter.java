package dev.tradewind.journal;

import dev.tradewind.evaluation.Breakdown;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Split;
import dev.tradewind.journal.Landing.Validation;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Descent;
import dev.tradewind.program.ProgramId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Writes landings as rows.
final class LandingWriter {

    private static final String DECLINED =
            """
            INSERT INTO proposal (line, flight, landing, cause, detail)
            VALUES (?, ?, 'DECLINED', ?, ?)\
            """;

    private static final String ADVISED =
            """
            INSERT INTO proposal (line, flight, landing, detail)
            VALUES (?, ?, 'ADVISED', ?)\
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
            INSERT INTO evaluation
                (line, flight, split, status, scores, signature, digest, parts, remark,
                measures)
            VALUES (?, ?, ?, 'SCORED', ?, ?, ?, ?, ?, ?)\
            """;

    private static final String FAILED =
            """
            INSERT INTO evaluation (line, flight, split, status, cause, detail)
            VALUES (?, ?, ?, 'FAILED', ?, ?)\
            """;

    private static final String IN_THE_AIR =
            """
            SELECT plan.line, plan.flight FROM plan
            LEFT JOIN proposal ON proposal.line = plan.line AND proposal.flight = plan.flight
            WHERE proposal.flight IS NULL\
            """;

    private static final String SPEND =
            """
            INSERT INTO spend
                (line, flight, landed_ms, training_ns, validation_ns, validated_ns, proposing_ns, calls,
                estimated, money, at_risk, input, cached, output, reasoning, flops, in_flight_ns)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """;

    private final Sql sql;
    private final Packing packing;
    private final Set<Flying> flying = new HashSet<>();
    private long programs;

    /// A flight whose plan is recorded and whose landing is not.
    private record Flying(Line line, long flight) {}

    LandingWriter(Sql sql, Packing packing) {
        this.sql = sql;
        this.packing = packing;
        this.programs = sql.number("SELECT max(number) FROM program");
        sql.each(
                IN_THE_AIR,
                row -> new Flying(Line.valueOf(row.getString(1)), row.getLong(2)),
                flying::add);
    }

    /// Records that a flight starts.
    void write(Plan plan) {
        PlanRows.write(sql, plan);
        flying.add(new Flying(plan.line(), plan.flight()));
    }

    void write(Landing landing, Instant at) {
        Plan plan = landing.plan();
        String line = plan.line().name();
        if (!flying.remove(new Flying(plan.line(), plan.flight()))) {
            PlanRows.write(sql, plan);
        }
        switch (landing) {
            case Landing.Declined declined ->
                    sql.run(
                            DECLINED,
                            line,
                            plan.flight(),
                            declined.cause().name(),
                            declined.detail());
            case Landing.Advised advised -> sql.run(ADVISED, line, plan.flight(), advised.advice());
            case Landing.Refused refused -> writeRefused(refused);
            case Landing.Evaluated evaluated -> writeEvaluated(evaluated);
        }
        writeSpend(landing, at);
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
                            scored.digest(),
                            parts(scored.breakdown()),
                            scored.breakdown().remark().isEmpty()
                                    ? null
                                    : scored.breakdown().remark(),
                            scored.measures().values().isEmpty()
                                    ? null
                                    : Lists.ofNumbers(scored.measures().values()));
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

    private static @Nullable String parts(Breakdown breakdown) {
        return breakdown.parts().isEmpty() ? null : Lists.ofNumbers(breakdown.parts());
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
        long proposing = landing.proposing().cpu().toNanos();
        List<@Nullable Object> values =
                new ArrayList<@Nullable Object>(
                        Arrays.<@Nullable Object>asList(
                                plan.line().name(),
                                plan.flight(),
                                at.toEpochMilli(),
                                training,
                                validation,
                                validated,
                                proposing == 0 ? null : proposing));
        values.addAll(ChargeColumns.of(landing.charge()));
        sql.run(SPEND, values.toArray());
    }
}

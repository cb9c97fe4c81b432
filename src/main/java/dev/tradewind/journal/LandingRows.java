package dev.tradewind.journal;

import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Signature;
import dev.tradewind.journal.Landing.Validation;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Descent;
import dev.tradewind.program.ProgramId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/// Reads landings from the rows of [#SELECT].
final class LandingRows implements Sql.Reader<Landing> {

    /// Everything known of flights; to be followed by a WHERE clause on `plan`.
    static final String SELECT =
            """
            SELECT plan.line, plan.flight, plan.settled_before, plan.island,
                plan.proposer AS rung, plan.parents AS flights, plan.stream, plan.bar,
                proposal.landing, proposal.proposer, proposal.operator, proposal.parents,
                proposal.fingerprint, proposal.cause, proposal.detail, program.id, program.files,
                t.status AS t_status, t.scores AS t_scores, t.signature AS t_signature,
                t.digest AS t_digest, t.cause AS t_cause, t.detail AS t_detail,
                v.status AS v_status, v.scores AS v_scores, v.signature AS v_signature,
                v.digest AS v_digest, v.cause AS v_cause, v.detail AS v_detail,
                spend.training_ns AS t_cpu, spend.validation_ns AS v_cpu, spend.validated_ns
            FROM plan
            CROSS JOIN proposal ON proposal.line = plan.line AND proposal.flight = plan.flight
            LEFT JOIN program ON program.number = proposal.program
            LEFT JOIN evaluation AS t
                ON t.line = plan.line AND t.flight = plan.flight AND t.split = 'TRAINING'
            LEFT JOIN evaluation AS v
                ON v.line = plan.line AND v.flight = plan.flight AND v.split = 'VALIDATION'
            LEFT JOIN spend ON spend.line = plan.line AND spend.flight = plan.flight
            """;

    private final Packing packing;

    LandingRows(Packing packing) {
        this.packing = packing;
    }

    @Override
    public Landing read(ResultSet row) throws SQLException {
        Plan plan = plan(row);
        String landing = row.getString("landing");
        return switch (landing) {
            case "DECLINED" -> new Landing.Declined(plan, cause(row, "cause"), detail(row, ""));
            case "REFUSED" ->
                    new Landing.Refused(plan, candidate(row), cause(row, "cause"), detail(row, ""));
            case "EVALUATED" ->
                    new Landing.Evaluated(
                            plan,
                            candidate(row),
                            row.getString("fingerprint"),
                            evaluation(row, "t_"),
                            validation(row));
            default -> throw new IllegalArgumentException("no landing: " + landing);
        };
    }

    private static Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                Line.valueOf(row.getString("line")),
                row.getLong("flight"),
                row.getLong("settled_before"),
                row.getInt("island"),
                row.getString("rung"),
                Lists.numbers(row.getString("flights"), Long::valueOf),
                row.getLong("stream"),
                bar(row));
    }

    /// SQLite keeps what is not a number as null.
    private static double bar(ResultSet row) throws SQLException {
        double bar = row.getDouble("bar");
        return row.wasNull() ? Double.NaN : bar;
    }

    private Candidate candidate(ResultSet row) throws SQLException {
        Descent descent =
                new Descent(
                        Lists.words(row.getString("parents")).stream().map(ProgramId::new).toList(),
                        row.getString("proposer"),
                        row.getString("operator"));
        ProgramId id = new ProgramId(row.getString("id"));
        return new Candidate(id, packing.unpack(row.getBytes("files")), descent);
    }

    private static Evaluation evaluation(ResultSet row, String split) throws SQLException {
        Duration cpu = Duration.ofNanos(row.getLong(split + "cpu"));
        String status = row.getString(split + "status");
        return switch (status) {
            case "SCORED" ->
                    new Evaluation.Scored(
                            scores(row.getString(split + "scores")),
                            new Signature(row.getLong(split + "signature")),
                            row.getString(split + "digest"),
                            cpu);
            case "FAILED" ->
                    new Evaluation.Failed(cause(row, split + "cause"), detail(row, split), cpu);
            default -> throw new IllegalArgumentException("no status: " + status);
        };
    }

    private static Validation validation(ResultSet row) throws SQLException {
        return row.getString("v_status") == null
                ? new Validation.NotDue()
                : new Validation.Done(
                        evaluation(row, "v_"), Duration.ofNanos(row.getLong("validated_ns")));
    }

    private static Scores scores(String json) {
        return new Scores(Lists.numbers(json, Double::valueOf));
    }

    private static FailureCause cause(ResultSet row, String column) throws SQLException {
        return FailureCause.valueOf(row.getString(column));
    }

    private static String detail(ResultSet row, String split) throws SQLException {
        return row.getString(split + "detail");
    }
}

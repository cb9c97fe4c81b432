package dev.tradewind.journal;

import dev.tradewind.budget.Spend;
import dev.tradewind.evaluation.Breakdown;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Measures;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Signature;
import dev.tradewind.journal.Landing.Validation;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Descent;
import dev.tradewind.program.ProgramId;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// Reads landings from the rows of [#SELECT]. Columns go by number because the driver looks names
/// up one by one, which took most of the time of a resume.
final class LandingRows implements Sql.Reader<Landing> {

    /// Everything known of flights; to be followed by a WHERE clause on `plan`.
    static final String SELECT =
            """
            SELECT plan.line, plan.flight, plan.settled_before, plan.island, plan.proposer,
                plan.parents, plan.stream, plan.prompt, plan.broken, plan.bar,
                proposal.landing, proposal.cause, proposal.detail, proposal.fingerprint,
                program.id, program.files, proposal.parents, proposal.proposer, proposal.operator,
                t.status, t.cause, t.detail, t.scores, t.signature, t.digest, t.parts, t.remark,
                t.measures, spend.training_ns,
                v.status, v.cause, v.detail, v.scores, v.signature, v.digest, v.parts, v.remark,
                v.measures, spend.validation_ns,
                spend.validated_ns,
                spend.proposing_ns,
                spend.calls, spend.estimated, spend.money, spend.at_risk, spend.input,
                spend.cached, spend.output, spend.reasoning, spend.flops, spend.in_flight_ns
            FROM plan
            CROSS JOIN proposal ON proposal.line = plan.line AND proposal.flight = plan.flight
            LEFT JOIN program ON program.number = proposal.program
            LEFT JOIN evaluation AS t
                ON t.line = plan.line AND t.flight = plan.flight AND t.split = 'TRAINING'
            LEFT JOIN evaluation AS v
                ON v.line = plan.line AND v.flight = plan.flight AND v.split = 'VALIDATION'
            LEFT JOIN spend ON spend.line = plan.line AND spend.flight = plan.flight
            """;

    private static final int PLAN = 1;
    private static final int PROPOSAL = PLAN + 10;
    private static final int CANDIDATE = PROPOSAL + 4;
    private static final int TRAINING = CANDIDATE + 5;
    private static final int VALIDATION = TRAINING + 10;
    private static final int VALIDATED_NS = VALIDATION + 10;
    private static final int PROPOSING = VALIDATED_NS + 1;

    private final Packing packing;

    LandingRows(Packing packing) {
        this.packing = packing;
    }

    @Override
    public Landing read(ResultSet row) throws SQLException {
        Plan plan = PlanRows.plan(row);
        Spend proposing =
                Spend.ofProposing(
                        Duration.ofNanos(row.getLong(PROPOSING)),
                        ChargeColumns.read(row, PROPOSING + 1));
        String landing = row.getString(PROPOSAL);
        return switch (landing) {
            case "DECLINED" ->
                    new Landing.Declined(plan, proposing, cause(row, PROPOSAL), detail(row));
            case "ADVISED" -> new Landing.Advised(plan, proposing, detail(row));
            case "REFUSED" ->
                    new Landing.Refused(
                            plan, proposing, candidate(row), cause(row, PROPOSAL), detail(row));
            case "EVALUATED" ->
                    new Landing.Evaluated(
                            plan,
                            proposing,
                            candidate(row),
                            row.getString(PROPOSAL + 3),
                            evaluation(row, TRAINING),
                            validation(row));
            default -> throw new IllegalArgumentException("no landing: " + landing);
        };
    }

    private Candidate candidate(ResultSet row) throws SQLException {
        List<String> parents = Lists.words(row.getString(CANDIDATE + 2));
        Descent descent =
                new Descent(
                        parents.stream().map(ProgramId::new).toList(),
                        row.getString(CANDIDATE + 3),
                        row.getString(CANDIDATE + 4));
        ProgramId id = new ProgramId(row.getString(CANDIDATE));
        return new Candidate(id, packing.unpack(row.getBytes(CANDIDATE + 1)), descent);
    }

    private static Validation validation(ResultSet row) throws SQLException {
        return row.getString(VALIDATION) == null
                ? new Validation.NotDue()
                : new Validation.Done(
                        evaluation(row, VALIDATION), Duration.ofNanos(row.getLong(VALIDATED_NS)));
    }

    /// @param first number of the first of the ten columns of the split
    private static Evaluation evaluation(ResultSet row, int first) throws SQLException {
        Duration cpu = Duration.ofNanos(row.getLong(first + 9));
        String status = row.getString(first);
        return switch (status) {
            case "SCORED" ->
                    new Evaluation.Scored(
                            new Scores(Lists.numbers(row.getString(first + 3), Double::valueOf)),
                            measures(row.getString(first + 8)),
                            new Signature(row.getLong(first + 4)),
                            row.getString(first + 5),
                            breakdown(row, first + 6),
                            cpu);
            case "FAILED" ->
                    new Evaluation.Failed(cause(row, first), row.getString(first + 2), cpu);
            default -> throw new IllegalArgumentException("no status: " + status);
        };
    }

    private static Measures measures(@Nullable String numbers) {
        return numbers == null
                ? Measures.NONE
                : new Measures(Lists.numbers(numbers, Double::valueOf));
    }

    private static Breakdown breakdown(ResultSet row, int first) throws SQLException {
        @Nullable String parts = row.getString(first);
        @Nullable String remark = row.getString(first + 1);
        return parts == null && remark == null
                ? Breakdown.NONE
                : new Breakdown(
                        parts == null ? List.of() : Lists.numbers(parts, Double::valueOf),
                        remark == null ? "" : remark);
    }

    /// @param first number of the column before the cause
    private static FailureCause cause(ResultSet row, int first) throws SQLException {
        return FailureCause.valueOf(row.getString(first + 1));
    }

    private static String detail(ResultSet row) throws SQLException {
        return row.getString(PROPOSAL + 2);
    }
}

package dev.tradewind.evaluation;

import dev.tradewind.evaluation.Calls.Call;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;

/// The scorer of a [MethodTask]: the mean of the ratings of what the method returned.
record CallScorer<R>(MethodTask<R> task, ToDoubleBiFunction<Row, R> rating)
        implements Scorer<Call> {

    @Override
    public List<Suite<Call>> suites(Split split, Material material) {
        List<Call> calls =
                task.rows().of(split).stream().map(row -> new Call(task.method(), row)).toList();
        return List.of(new Suite<>(split.name().toLowerCase(Locale.ROOT), calls));
    }

    @Override
    public void write(Call call, DataOutput out) throws IOException {
        call.write(out);
    }

    @Override
    public Judgement judge(Call call, DataInput certificate) throws IOException {
        if (!certificate.readBoolean()) {
            return new Judgement.Invalid(RunAnswer.printable(certificate.readUTF()));
        }
        Object answer = Values.read(certificate);
        if (!task.returns().isInstance(answer)) {
            return new Judgement.Invalid(
                    "%s returned a %s, not a %s"
                            .formatted(
                                    call,
                                    answer.getClass().getSimpleName(),
                                    task.returns().getSimpleName()));
        }
        double value = rating.applyAsDouble(call.row(), task.returns().cast(answer));
        return new Judgement.Counted(Tally.of(value));
    }

    @Override
    public Scores objectives(Split split, List<Tally> tallies) {
        return Scores.of(
                tallies.stream().mapToDouble(tally -> tally.amount(0)).average().orElseThrow());
    }

    /// What was returned, arrays written out.
    @Override
    public String describe(Call call, DataInput certificate) throws IOException {
        certificate.readBoolean();
        String written = Arrays.deepToString(new Object[] {Values.read(certificate)});
        return written.substring(1, written.length() - 1);
    }
}

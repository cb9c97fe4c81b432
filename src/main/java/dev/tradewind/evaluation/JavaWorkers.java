package dev.tradewind.evaluation;

import dev.tradewind.evaluation.RunAnswer.Certificates;
import dev.tradewind.evaluation.RunAnswer.Stopped;
import dev.tradewind.sandbox.Deadline;
import dev.tradewind.sandbox.Ending;
import dev.tradewind.sandbox.Sandbox;

import java.io.IOException;
import java.time.Duration;

/// Java candidates, many to a long-lived worker process.
///
/// @param sandbox of the kind [PreparedTask#child()]
record JavaWorkers(Sandbox sandbox, Deadline deadline) implements Workers {

    @Override
    public Heard hear(Executable candidate, Sitting sitting) {
        var request = new RunRequest(candidate.entry(), candidate.classes(), sitting.on());
        return switch (sandbox.ask(request.toBytes(), deadline)) {
            case Ending.Answered(byte[] answer, Duration cpu) -> read(answer, cpu, sitting);
            case Ending.OutOfTime(Duration cpu, String detail) ->
                    Heard.silent(FailureCause.TIMEOUT, detail, cpu);
            case Ending.OutOfMemory(Duration cpu, String detail) ->
                    Heard.silent(FailureCause.MEMORY, detail, cpu);
            case Ending.Crashed(Duration cpu, String detail) ->
                    Heard.silent(FailureCause.CRASH, detail, cpu);
        };
    }

    private static Heard read(byte[] answer, Duration cpu, Sitting sitting) {
        try {
            return switch (RunAnswer.of(answer)) {
                case Certificates certificates -> new Heard.Told(certificates, cpu);
                case Stopped stopped -> {
                    String detail = detail(stopped, sitting);
                    if (stopped.cause() == FailureCause.EVALUATOR_FAULT) {
                        throw new EvaluatorFault(detail);
                    }
                    yield Heard.silent(stopped.cause(), detail, cpu);
                }
            };
        } catch (IOException unreadable) {
            String detail = "the worker's answer cannot be read: " + unreadable.getMessage();
            return Heard.silent(FailureCause.INVALID_RESULT, detail, cpu);
        }
    }

    private static String detail(Stopped stopped, Sitting sitting) {
        int run = stopped.instance();
        return run < 0 || run >= sitting.set().size()
                ? stopped.detail()
                : sitting.name(run) + ": " + stopped.detail();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}

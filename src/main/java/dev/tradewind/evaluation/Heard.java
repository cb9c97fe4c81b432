package dev.tradewind.evaluation;

import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.RunAnswer.Certificates;

import java.time.Duration;

/// What came of running a candidate on some instances.
sealed interface Heard {

    record Told(Certificates certificates, Duration cpu) implements Heard {}

    record Silent(Failed failed) implements Heard {}

    static Heard silent(FailureCause cause, String detail, Duration cpu) {
        return new Silent(new Failed(cause, detail, cpu));
    }
}

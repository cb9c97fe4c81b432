package dev.tradewind.evaluation;

import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.RunAnswer.Certificates;

import java.time.Duration;

/// What came of running a candidate on some instances.
sealed interface Heard {

    /// The same, with processor time spent before.
    Heard plus(Duration before);

    record Told(Certificates certificates, Duration cpu) implements Heard {

        @Override
        public Heard plus(Duration before) {
            return new Told(certificates, cpu.plus(before));
        }
    }

    record Silent(Failed failed) implements Heard {

        @Override
        public Heard plus(Duration before) {
            return new Silent(failed.plus(before));
        }
    }

    static Heard silent(FailureCause cause, String detail, Duration cpu) {
        return new Silent(new Failed(cause, detail, cpu));
    }
}

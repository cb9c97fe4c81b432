package dev.tradewind.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Supplier;

/// The untrusted half of a task: runs one candidate on instances and writes down what it did, in
/// the candidate's own process. It computes no score. One harness object serves one candidate.
///
/// @param <C> what a candidate implements, from the task's contract
/// @param <I> an instance, the same type as in the task's [Scorer]
public interface Harness<C, I> {

    /// Reads an instance as [Scorer#write] wrote it. Called once per process and instance, on a
    /// harness of its own; the instance is then shared by all candidates: do not change it.
    I read(DataInput in) throws IOException;

    /// Runs the candidate on one instance and writes the certificate.
    ///
    /// @param candidate makes a fresh object of the candidate's class at each call
    /// @throws GiveUp to stop all further instances after writing enough for the scorer to see that
    ///   the candidate is hopeless
    void run(Supplier<C> candidate, I instance, DataOutput certificate) throws IOException, GiveUp;

    /// Says that going on is no use. What was written so far is the certificate.
    final class GiveUp extends Exception {

        private static final long serialVersionUID = 1L;

        public GiveUp() {
            super("hopeless", null, false, false);
        }
    }
}

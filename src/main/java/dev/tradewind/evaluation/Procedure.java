package dev.tradewind.evaluation;

import java.util.List;

/// How carefully candidates are evaluated: cheap stages first, noisy results more than once.
///
/// @param stages before the whole of the training instances, in order; mostly none
/// @param repeats runs, each in a fresh process, that a candidate must go through before it may be
///   called among the best; of all of them the worst counts. 0 where two runs must agree to the
///   bit.
public record Procedure(List<Stage> stages, int repeats) {

    /// No stages, and runs that agree.
    public static final Procedure PLAIN = new Procedure(List.of(), 0);

    public Procedure {
        stages = List.copyOf(stages);
        if (repeats < 0) {
            throw new IllegalArgumentException("repeats are 0 or more, not " + repeats);
        }
    }

    /// Whether two honest runs of one candidate may differ.
    public boolean noisy() {
        return repeats > 0;
    }

    /// A part of the training instances that hopeless candidates do not get past.
    ///
    /// @param name for people, such as `small shapes`
    /// @param suites names of the training suites it runs; empty for all of them
    /// @param every of these instances, every so many-th; 1 for all
    /// @param quick whether the fast build is good enough for it
    /// @param slack how many times worse than its parent's whole training value, in the first
    ///   objective, a candidate may be on this part and still go on; infinite where only failing
    ///   counts
    public record Stage(String name, List<String> suites, int every, boolean quick, double slack) {

        public Stage {
            suites = List.copyOf(suites);
            if (every < 1) {
                throw new IllegalArgumentException("every is 1 or more, not " + every);
            }
            if (!(slack >= 1)) {
                throw new IllegalArgumentException("slack is 1 or more, not " + slack);
            }
        }
    }
}

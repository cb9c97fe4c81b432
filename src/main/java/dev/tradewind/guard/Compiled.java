package dev.tradewind.guard;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the compiler makes of one candidate.
sealed interface Compiled {

    /// The package every candidate's classes are in once compiled. Sources have none.
    String PACKAGE = "candidate";

    /// Processor time the compiler took: of a batch, each candidate's equal part.
    Duration cpu();

    /// The same, when this much more time was measured.
    Compiled plus(Duration more);

    /// Compiled.
    ///
    /// @param files binary name to class file, untrusted; not to be changed
    record Classes(SortedMap<String, byte[]> files, Duration cpu) implements Compiled {

        Classes(Map<String, byte[]> files) {
            this(new TreeMap<>(files), Duration.ZERO);
        }

        @Override
        public Classes plus(Duration more) {
            return new Classes(files, cpu.plus(more));
        }
    }

    /// Not compiled.
    ///
    /// @param detail one line: the place and what the compiler says
    record Broken(String detail, Duration cpu) implements Compiled {

        Broken(String detail) {
            this(detail, Duration.ZERO);
        }

        @Override
        public Broken plus(Duration more) {
            return new Broken(detail, cpu.plus(more));
        }
    }
}

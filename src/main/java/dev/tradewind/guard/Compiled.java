package dev.tradewind.guard;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the compiler makes of one candidate.
sealed interface Compiled {

    /// The package every candidate's classes are in once compiled. Sources have none.
    String PACKAGE = "candidate";

    /// Compiled.
    ///
    /// @param files binary name to class file, untrusted; not to be changed
    record Classes(SortedMap<String, byte[]> files) implements Compiled {

        Classes(Map<String, byte[]> files) {
            this(new TreeMap<>(files));
        }
    }

    /// Not compiled.
    ///
    /// @param detail one line: the place and what the compiler says
    record Broken(String detail) implements Compiled {}
}

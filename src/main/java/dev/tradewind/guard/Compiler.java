package dev.tradewind.guard;

import java.util.SortedMap;

/// Turns sources into class files, somewhere they can do no harm. Safe for any number of threads.
interface Compiler {

    /// Compiles one candidate.
    ///
    /// @param sources path to text
    Compiled compile(SortedMap<String, String> sources);
}

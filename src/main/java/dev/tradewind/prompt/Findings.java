package dev.tradewind.prompt;

import java.util.ArrayList;
import java.util.List;

/// What is wrong with one file.
///
/// @param file as people know it
/// @param problems found so far
record Findings(String file, List<String> problems) {

    static Findings of(String file) {
        return new Findings(file, new ArrayList<>());
    }

    /// @param line counted from 1
    void add(int line, String what) {
        problems.add(file + ":" + line + "  " + what);
    }

    boolean none() {
        return problems.isEmpty();
    }
}

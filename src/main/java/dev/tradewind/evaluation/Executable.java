package dev.tradewind.evaluation;

import dev.tradewind.program.Candidate;

import java.util.Map;

/// A candidate the guard let pass, ready to be run in a sandbox.
///
/// @param fingerprint hash of the compiled program without names, comments and layout
/// @param entry binary name of the class the harness is given; empty for a candidate that is not in
///   Java
/// @param classes binary name to class file, instrumented; or, for a candidate that is not in Java,
///   path to text of what is built; not to be changed
public record Executable(
        Candidate candidate, String fingerprint, String entry, Map<String, byte[]> classes) {

    public Executable {
        classes = Map.copyOf(classes);
    }
}

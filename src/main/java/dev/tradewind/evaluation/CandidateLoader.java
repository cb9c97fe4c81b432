package dev.tradewind.evaluation;

import java.util.List;
import java.util.Map;

/// Defines the classes of one candidate, seeing nothing but what the [Gate] shows.
final class CandidateLoader extends ClassLoader {

    /// Stands in stack traces beside every class of a candidate.
    static final String NAME = "candidate";

    private static final List<String> RESERVED =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "dev.tradewind.");

    private final Map<String, byte[]> files;

    /// @throws IllegalArgumentException when a class would stand in for one of ours
    CandidateLoader(Map<String, byte[]> files, Gate gate) {
        super(NAME, gate);
        for (String name : files.keySet()) {
            if (gate.defines(name) || RESERVED.stream().anyMatch(name::startsWith)) {
                throw new IllegalArgumentException("a candidate's class cannot be named " + name);
            }
        }
        this.files = files;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] file = files.get(name);
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, file, 0, file.length);
    }
}

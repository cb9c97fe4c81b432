package dev.tradewind.guard;

import dev.tradewind.guard.Javac.Failure;
import dev.tradewind.guard.Javac.Findings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Compiles several candidates in one run of javac, each in a package of its own. What becomes of
/// one does not depend on the others: a candidate cannot guess their packages, and when some are
/// broken, the rest is compiled again without them.
final class Batch {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String TOO_MUCH =
            "more than the compiler can take. Maybe an expression is nested too deeply.";

    private final Javac javac;
    private final RandomGenerator names;

    /// @param names where the names of packages come from; not to be guessed by candidates
    Batch(Javac javac, RandomGenerator names) {
        this.javac = javac;
        this.names = names;
    }

    /// What became of each candidate, in the order given.
    ///
    /// @param candidates path to text of each
    List<Compiled> compile(List<SortedMap<String, String>> candidates) {
        List<Unit> units = candidates.stream().map(files -> new Unit(name(), files)).toList();
        Map<String, Compiled> outcomes = new TreeMap<>();
        compile(units, outcomes);
        return units.stream().map(unit -> outcomes.get(unit.name())).toList();
    }

    private void compile(List<Unit> units, Map<String, Compiled> outcomes) {
        List<Unit> rest = units;
        while (!rest.isEmpty()) {
            try {
                Findings findings = javac.run(sources(rest));
                rest = findings.broken().isEmpty() ? settle(rest, findings, outcomes) : rest;
                findings.broken()
                        .forEach((unit, why) -> outcomes.put(unit, new Compiled.Broken(why)));
                rest = rest.stream().filter(unit -> !outcomes.containsKey(unit.name())).toList();
            } catch (Failure _) {
                alone(rest, outcomes);
                return;
            }
        }
    }

    /// When the compiler fails, nobody knows on which of them.
    private void alone(List<Unit> units, Map<String, Compiled> outcomes) {
        if (units.size() == 1) {
            outcomes.put(units.getFirst().name(), new Compiled.Broken(TOO_MUCH));
        } else {
            units.forEach(unit -> compile(List.of(unit), outcomes));
        }
    }

    private static List<Unit> settle(
            List<Unit> units, Findings findings, Map<String, Compiled> outcomes) {
        for (Unit unit : units) {
            outcomes.put(unit.name(), new Compiled.Classes(unit.of(findings.classes())));
        }
        return List.of();
    }

    private static List<Source> sources(List<Unit> units) {
        return units.stream().flatMap(unit -> unit.sources().stream()).toList();
    }

    /// As long as the name it will be replaced by, see [Unit#renamed].
    private String name() {
        StringBuilder name = new StringBuilder("c");
        while (name.length() < Compiled.PACKAGE.length()) {
            name.append(ALPHABET.charAt(names.nextInt(ALPHABET.length())));
        }
        return name.toString();
    }

    /// One candidate among others.
    private record Unit(String name, SortedMap<String, String> files) {

        List<Source> sources() {
            List<Source> sources = new ArrayList<>();
            files.forEach((path, text) -> sources.add(new Source(name, "/" + path, text)));
            return sources;
        }

        /// Its own among all class files, as if it had been compiled in the package of candidates.
        SortedMap<String, byte[]> of(Map<String, byte[]> all) {
            SortedMap<String, byte[]> own = new TreeMap<>();
            all.forEach(
                    (binaryName, file) -> {
                        if (binaryName.startsWith(name + ".")) {
                            String rest = binaryName.substring(name.length());
                            own.put(Compiled.PACKAGE + rest, renamed(file));
                        }
                    });
            return own;
        }

        /// Both names have the same length, and nobody else knows this one: so wherever these bytes
        /// stand in a class file, they are the name.
        private byte[] renamed(byte[] file) {
            byte[] from = name.getBytes(StandardCharsets.US_ASCII);
            byte[] to = Compiled.PACKAGE.getBytes(StandardCharsets.US_ASCII);
            byte[] renamed = file.clone();
            for (int at = 0; at + from.length <= file.length; at++) {
                int end = at + from.length;
                if (file[at] == from[0] && Arrays.equals(file, at, end, from, 0, from.length)) {
                    System.arraycopy(to, 0, renamed, at, to.length);
                }
            }
            return renamed;
        }
    }
}

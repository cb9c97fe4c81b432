package dev.tradewind.guard;

import dev.tradewind.evaluation.FailureCause;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The guard's half that works on class files: allow-list, fingerprint, fuel.
final class BytecodeGuard {

    private final Members contract;
    private final long fuel;

    /// @param contract class files candidates are compiled against
    /// @param fuel what candidates are granted
    BytecodeGuard(Map<String, byte[]> contract, long fuel) {
        this.fuel = fuel;
        this.contract = Members.of(contract.values());
    }

    /// What becomes of compiled classes.
    sealed interface Outcome {

        /// To be run.
        ///
        /// @param classes binary name to class file, paying for fuel
        record Safe(String fingerprint, Map<String, byte[]> classes) implements Outcome {}

        /// Not to be run.
        record Unsafe(FailureCause cause, String detail) implements Outcome {}
    }

    /// Checks and instruments the classes of one candidate.
    ///
    /// @param entry binary name of the class to be run
    Outcome inspect(SortedMap<String, byte[]> files, String entry) {
        if (!files.containsKey(entry)) {
            String name = Notation.type(internal(entry));
            return new Outcome.Unsafe(
                    FailureCause.COMPILE,
                    "there is no class %s. Maybe it was given another name.".formatted(name));
        }
        try {
            return inspected(files, entry);
        } catch (RuntimeException broken) {
            // The Class-File API has no one exception for files that are none.
            return new Outcome.Unsafe(
                    FailureCause.FORBIDDEN, "no class file: " + broken.getMessage());
        }
    }

    private Outcome inspected(SortedMap<String, byte[]> files, String entry) {
        SortedMap<String, ClassFiles.Parsed> classes = new TreeMap<>();
        files.forEach((name, file) -> classes.put(name, ClassFiles.parse(file)));
        Optional<String> objection = objection(classes);
        return objection.isPresent()
                ? new Outcome.Unsafe(FailureCause.FORBIDDEN, objection.get())
                : metered(classes, entry);
    }

    private Optional<String> objection(SortedMap<String, ClassFiles.Parsed> classes) {
        for (Map.Entry<String, ClassFiles.Parsed> one : classes.entrySet()) {
            if (!one.getValue().name().equals(internal(one.getKey()))) {
                return Optional.of(one.getKey() + " is the file of another class");
            }
        }
        Members members = contract.with(classes.values());
        return classes.values().stream()
                .flatMap(one -> new ClassCheck(one, members).objection().stream())
                .findFirst();
    }

    private Outcome metered(SortedMap<String, ClassFiles.Parsed> classes, String entry) {
        SortedMap<String, ClassFiles.Parsed> byName = new TreeMap<>();
        SortedMap<String, byte[]> metered = new TreeMap<>();
        for (Map.Entry<String, ClassFiles.Parsed> one : classes.entrySet()) {
            byName.put(one.getValue().name(), one.getValue());
            try {
                metered.put(one.getKey(), FuelMeter.metered(one.getValue(), fuel));
            } catch (IllegalArgumentException tooLarge) {
                return new Outcome.Unsafe(
                        FailureCause.COMPILE,
                        "%s is too large once its steps are counted: %s"
                                .formatted(
                                        Notation.type(one.getValue().name()),
                                        tooLarge.getMessage()));
            }
        }
        return new Outcome.Safe(Fingerprint.of(byName, internal(entry)), metered);
    }

    private static String internal(String binaryName) {
        return binaryName.replace('.', '/');
    }
}

package dev.tradewind.guard;

import dev.tradewind.evaluation.Lowering;
import dev.tradewind.evaluation.Lowering.Unfit;
import dev.tradewind.evaluation.Space;
import dev.tradewind.evaluation.Space.Knob;
import dev.tradewind.program.Program;
import dev.tradewind.program.Region;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A candidate that is settings, not code: lines `name = value` in its regions.
///
/// @param values by name, as written
record Settings(Map<String, String> values) {

    private static final int SHOWN = 12;

    /// Settings that the task does not allow; the message names the setting, its value and what is
    /// allowed.
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message, null, false, false);
        }
    }

    /// Reads the regions of a program, as [Properties] do.
    ///
    /// @throws Refused when one of them cannot be read
    static Settings of(Program program) throws Refused {
        Properties read = new Properties();
        for (Region region : program.regions()) {
            try {
                read.load(new StringReader(region.body(program.text(region.path()))));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            } catch (IllegalArgumentException broken) {
                throw new Refused(
                        "%s:%d  a broken \\u sequence below this line"
                                .formatted(region.path(), region.firstLine()));
            }
        }
        return new Settings(
                read.stringPropertyNames().stream()
                        .collect(Collectors.toMap(name -> name, read::getProperty)));
    }

    /// The program these settings stand for.
    ///
    /// @throws Refused when a knob has no value or one it does not allow, when a setting is no
    ///   knob, or when the values do not go together
    Map<String, String> lowered(Lowering lowering) throws Refused {
        try {
            return lowering.lower(choice(lowering.space()));
        } catch (Unfit unfit) {
            throw new Refused("these settings do not go together: " + unfit.getMessage());
        }
    }

    /// A value for every knob, in their order.
    SequencedMap<String, Long> choice(Space space) throws Refused {
        SequencedMap<String, Long> choice = new LinkedHashMap<>();
        for (Knob knob : space.knobs()) {
            String text = values.get(knob.name());
            if (text == null) {
                throw new Refused("%s has no value; %s".formatted(knob.name(), allowed(knob)));
            }
            choice.put(knob.name(), value(knob, text.strip()));
        }
        TreeSet<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(choice.keySet());
        if (!unknown.isEmpty()) {
            throw new Refused(
                    "%s is no setting of this task; there are %s"
                            .formatted(unknown.first(), String.join(", ", choice.keySet())));
        }
        return choice;
    }

    private static long value(Knob knob, String text) throws Refused {
        try {
            long value = Long.decode(text);
            if (allows(knob, value)) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Told below, like a number that is not allowed.
        }
        throw new Refused("%s = %s; %s".formatted(knob.name(), text, allowed(knob)));
    }

    private static boolean allows(Knob knob, long value) {
        return switch (knob) {
            case Knob.Steps(var _, List<Long> values) -> values.contains(value);
            case Knob.Kinds(var _, List<Long> values) -> values.contains(value);
            case Knob.Bits(var _, int bits) -> value >= 0 && value >>> bits == 0;
            case Knob.Range(var _, long least, long most) -> value >= least && value <= most;
        };
    }

    private static String allowed(Knob knob) {
        return switch (knob) {
            case Knob.Steps(var _, List<Long> values) -> "allowed: " + some(values);
            case Knob.Kinds(var _, List<Long> values) -> "allowed: " + some(values);
            case Knob.Bits(var _, int bits) -> "allowed: 0 to %d".formatted((1L << bits) - 1);
            case Knob.Range(var _, long least, long most) ->
                    "allowed: %d to %d".formatted(least, most);
        };
    }

    private static String some(List<Long> values) {
        return values.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "))
                + (values.size() > SHOWN ? ", …" : "");
    }
}

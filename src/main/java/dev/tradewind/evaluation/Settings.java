package dev.tradewind.evaluation;

import dev.tradewind.program.Program;
import dev.tradewind.program.Region;
import dev.tradewind.program.RegionException;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The settings a program makes: lines `name = value` in the first of its regions that sets every
/// knob of a space, comments as [java.util.Properties] has them. Values are whole numbers, decimal
/// or `0x` and hexadecimal digits.
///
/// ```java
/// Settings parent = Settings.of(program, lowering.space());
/// Program child = parent.with(choice);
/// ```
public final class Settings {

    /// A line that says something: its key and what is after the separator.
    private static final Pattern LINE =
            Pattern.compile(
                    "^[ \\t\\f]*+(?![#!])([^\\s=:]++)(?:[ \\t\\f]*+[=:][ \\t\\f]*+|[ \\t\\f]++|$)"
                            + "([^\\r\\n]*)$",
                    Pattern.MULTILINE);

    private static final Pattern NUMBER = Pattern.compile("[+-]?(0[xX][0-9a-fA-F]+|[0-9]+)");

    private final Program program;
    private final Space space;
    private final Region region;
    private final SequencedMap<String, Entry> entries;

    private Settings(
            Program program, Space space, Region region, SequencedMap<String, Entry> entries) {
        this.program = program;
        this.space = space;
        this.region = region;
        this.entries = entries;
    }

    /// A value in the text.
    ///
    /// @param start offset in the file's text
    /// @param written as it stands there
    private record Entry(int start, String written) {

        long value() {
            return number(written);
        }

        /// The value in this one's notation.
        String text(long value) {
            boolean hexadecimal = written.toLowerCase(Locale.ROOT).contains("0x");
            return hexadecimal && value >= 0 ? "0x" + Long.toHexString(value) : "" + value;
        }
    }

    /// The settings of a program; all of its values are in the space.
    ///
    /// @throws Lowering.Unfit naming file, line, value and what is allowed, when a knob is not set,
    ///   set twice or set to what it does not take
    public static Settings of(Program program, Space space) throws Lowering.Unfit {
        List<Region> regions = regions(program);
        Region region =
                regions.stream()
                        .filter(each -> names(program, each).containsAll(space.names()))
                        .findFirst()
                        .orElse(regions.getFirst());
        return new Settings(program, space, region, entries(program, region, space));
    }

    private static List<Region> regions(Program program) throws Lowering.Unfit {
        try {
            List<Region> regions = program.regions();
            if (regions.isEmpty()) {
                throw new Lowering.Unfit(
                        "no region holds settings. Put them between two lines with # %s and # %s."
                                .formatted(Region.START, Region.END));
            }
            return regions;
        } catch (RegionException unpaired) {
            throw new Lowering.Unfit("" + unpaired.getMessage());
        }
    }

    private static List<String> names(Program program, Region region) {
        return lines(program, region).results().map(line -> line.group(1)).toList();
    }

    private static Matcher lines(Program program, Region region) {
        return LINE.matcher(program.text(region.path())).region(region.start(), region.end());
    }

    private static SequencedMap<String, Entry> entries(Program program, Region region, Space space)
            throws Lowering.Unfit {
        Map<String, Entry> found = new LinkedHashMap<>();
        Matcher lines = lines(program, region);
        while (lines.find()) {
            String name = lines.group(1);
            String place = place(program, region, lines.start(1)) + "  " + name + ": ";
            if (!space.names().contains(name)) {
                throw new Lowering.Unfit(
                        place + "is no setting. Allowed: " + String.join(", ", space.names()));
            }
            Entry entry = new Entry(lines.start(2), lines.group(2).stripTrailing());
            if (found.put(name, entry) != null) {
                throw new Lowering.Unfit(place + "is set twice. Keep one.");
            }
        }
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        for (Space.Knob knob : space.knobs()) {
            entries.put(knob.name(), checked(knob, found.get(knob.name()), program, region));
        }
        return entries;
    }

    private static Entry checked(
            Space.Knob knob, @Nullable Entry entry, Program program, Region region)
            throws Lowering.Unfit {
        if (entry == null) {
            throw new Lowering.Unfit(
                    "%s:%d  %s is not set. Add a line \"%s = …\"; allowed: %s."
                            .formatted(
                                    region.path(),
                                    region.firstLine(),
                                    knob.name(),
                                    knob.name(),
                                    knob.allowed()));
        }
        if (!NUMBER.matcher(entry.written()).matches() || !taken(knob, entry)) {
            throw new Lowering.Unfit(
                    "%s  %s: \"%s\" is not allowed. Allowed: %s."
                            .formatted(
                                    place(program, region, entry.start()),
                                    knob.name(),
                                    entry.written(),
                                    knob.allowed()));
        }
        return entry;
    }

    private static boolean taken(Space.Knob knob, Entry entry) {
        try {
            return knob.takes(entry.value());
        } catch (NumberFormatException tooLong) {
            return false;
        }
    }

    private static long number(String written) {
        String digits = written.replaceFirst("^([+-]?)0[xX]", "$1");
        return Long.parseLong(digits, digits.length() < written.length() ? 16 : 10);
    }

    private static String place(Program program, Region region, int offset) {
        String before = program.text(region.path()).substring(region.start(), offset);
        long line = region.firstLine() + before.chars().filter(sign -> sign == '\n').count();
        return region.path() + ":" + line;
    }

    /// A value for every knob of the space, in its order.
    public SequencedMap<String, Long> choice() {
        SequencedMap<String, Long> choice = new LinkedHashMap<>();
        entries.forEach((name, entry) -> choice.put(name, entry.value()));
        return choice;
    }

    /// The program with other values: comments, layout and what keeps its value stay to the letter.
    ///
    /// @param choice a value for every knob of the space
    public Program with(Map<String, Long> choice) {
        StringBuilder text = new StringBuilder(program.text(region.path()));
        entries.entrySet().stream()
                .sorted(Comparator.comparingInt(each -> -each.getValue().start()))
                .forEach(each -> replace(text, each.getValue(), choice.get(each.getKey())));
        return program.with(region.path(), text.toString());
    }

    private static void replace(StringBuilder text, Entry entry, @Nullable Long value) {
        if (value == null) {
            throw new IllegalArgumentException("a choice has a value for every knob");
        }
        if (value != entry.value()) {
            int end = entry.start() + entry.written().length();
            text.replace(entry.start(), end, entry.text(value));
        }
    }

    public Space space() {
        return space;
    }
}

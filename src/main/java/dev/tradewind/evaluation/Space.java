package dev.tradewind.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/// What a [Lowering] lets be chosen.
///
/// @param knobs at least one, with different names
public record Space(List<Knob> knobs) {

    private static final int MOST_BITS = 63;
    private static final long WIDEST = 1L << 53;

    public Space {
        knobs = List.copyOf(knobs);
        require(!knobs.isEmpty(), "a space has at least one knob");
        List<String> names = knobs.stream().map(Knob::name).toList();
        require(different(names), "two knobs of a space have one name: " + names);
    }

    /// How many choices there are, those that do not go together among them.
    public double size() {
        return knobs.stream().mapToDouble(Knob::count).reduce(1, (one, other) -> one * other);
    }

    /// Names of the knobs, in their order.
    public List<String> names() {
        return knobs.stream().map(Knob::name).toList();
    }

    /// One setting. Its name is letters, digits and any of `. _ -`.
    public sealed interface Knob {

        String name();

        /// Whether it can be set to this.
        boolean takes(long value);

        /// How many values there are.
        double count();

        /// The values it can be set to, for people.
        String allowed();

        /// One of a few values in an order that means something: neighbours do alike.
        ///
        /// @param values at least one, all different
        record Steps(String name, List<Long> values) implements Knob {

            public Steps {
                values = listed(name, values);
            }

            @Override
            public boolean takes(long value) {
                return values.contains(value);
            }

            @Override
            public double count() {
                return values.size();
            }

            @Override
            public String allowed() {
                return words(values);
            }
        }

        /// One of a few values that have no order.
        ///
        /// @param values at least one, all different
        record Kinds(String name, List<Long> values) implements Knob {

            public Kinds {
                values = listed(name, values);
            }

            @Override
            public boolean takes(long value) {
                return values.contains(value);
            }

            @Override
            public double count() {
                return values.size();
            }

            @Override
            public String allowed() {
                return words(values);
            }
        }

        /// A pattern of so many bits, such as a multiplier, read as an unsigned number.
        ///
        /// @param bits 1 to 63
        record Bits(String name, int bits) implements Knob {

            public Bits {
                named(name);
                require(
                        bits >= 1 && bits <= MOST_BITS,
                        "%s has %d bits, not 1 to %d".formatted(name, bits, MOST_BITS));
            }

            @Override
            public boolean takes(long value) {
                return value >= 0 && value <= most();
            }

            @Override
            public double count() {
                return Math.scalb(1.0, bits);
            }

            @Override
            public String allowed() {
                return "0 to 0x%x, %d bits".formatted(most(), bits);
            }

            /// The largest value.
            public long most() {
                return Long.MAX_VALUE >>> (MOST_BITS - bits);
            }
        }

        /// A whole number in a range.
        ///
        /// @param least the smallest value
        /// @param most the largest value, not below the smallest, and less than 2^53 above it
        record Range(String name, long least, long most) implements Knob {

            public Range {
                named(name);
                require(
                        least <= most,
                        "%s goes from %d to %d, which is less".formatted(name, least, most));
                require(
                        most - least >= 0 && most - least < WIDEST,
                        "%s goes from %d to %d, more than 2^53 values. Maybe it is a pattern of bits"
                                .formatted(name, least, most));
            }

            @Override
            public boolean takes(long value) {
                return value >= least && value <= most;
            }

            @Override
            public double count() {
                return (double) most - least + 1;
            }

            @Override
            public String allowed() {
                return least + " to " + most;
            }
        }
    }

    private static List<Long> listed(String name, List<Long> values) {
        named(name);
        require(!values.isEmpty(), name + " has no value to choose from");
        require(different(values), name + " lists a value twice: " + values);
        return List.copyOf(values);
    }

    private static void named(String name) {
        require(
                name.matches("[A-Za-z0-9._-]+"),
                "\"%s\" is no name of a knob: letters, digits and any of . _ - make one"
                        .formatted(name));
    }

    private static String words(List<Long> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static boolean different(List<?> all) {
        return new HashSet<>(all).size() == all.size();
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}

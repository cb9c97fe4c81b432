package dev.tradewind.evaluation;

import java.util.List;

/// What a [Lowering] lets be chosen.
///
/// @param knobs with different names
public record Space(List<Knob> knobs) {

    public Space {
        knobs = List.copyOf(knobs);
    }

    /// One setting.
    public sealed interface Knob {

        String name();

        /// One of a few values in an order that means something: neighbours do alike.
        ///
        /// @param values at least one, all different
        record Steps(String name, List<Long> values) implements Knob {

            public Steps {
                values = List.copyOf(values);
            }
        }

        /// One of a few values that have no order.
        ///
        /// @param values at least one, all different
        record Kinds(String name, List<Long> values) implements Knob {

            public Kinds {
                values = List.copyOf(values);
            }
        }

        /// A pattern of so many bits, such as a multiplier, read as an unsigned number.
        ///
        /// @param bits 1 to 63
        record Bits(String name, int bits) implements Knob {}

        /// A whole number in a range.
        ///
        /// @param least the smallest value
        /// @param most the largest value, not below the smallest
        record Range(String name, long least, long most) implements Knob {}
    }
}

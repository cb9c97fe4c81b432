package dev.tradewind.evaluation;

import java.util.Arrays;
import java.util.List;

/// The arguments of one call in a [MethodTask]: numbers, truth values and arrays of numbers.
///
/// @param arguments in the method's order; arrays in it are not to be changed
public record Row(List<Object> arguments) {

    public Row {
        arguments = List.copyOf(arguments);
        for (Object argument : arguments) {
            if (!Values.allowed(argument)) {
                String type = argument.getClass().getTypeName();
                throw new IllegalArgumentException(
                        "an argument cannot be a %s; %s".formatted(type, Values.ALLOWED));
            }
        }
    }

    public static Row of(Object... arguments) {
        return new Row(Arrays.asList(arguments));
    }

    /// An argument that is a number.
    public double number(int position) {
        return ((Number) arguments.get(position)).doubleValue();
    }
}

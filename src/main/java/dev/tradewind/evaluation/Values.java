package dev.tradewind.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.util.Arrays;

/// Numbers, truth values and arrays of numbers, as they travel between a [MethodTask] and the
/// methods it calls.
final class Values {

    static final String ALLOWED =
            "allowed are boolean, int, long, double, and arrays int[], long[], double[],"
                    + " double[][]";

    /// No array in a certificate is longer, whatever it says.
    private static final int LONGEST = Trial.LONGEST / Integer.BYTES;

    private Values() {}

    /// Whether a value can travel.
    static boolean allowed(Object value) {
        return switch (value) {
            case Boolean _, Integer _, Long _, Double _, int[] _, long[] _, double[] _ -> true;
            case double[][] rows -> Arrays.stream(rows).allMatch(row -> row != null);
            default -> false;
        };
    }

    /// The type of a parameter that takes a value.
    static Class<?> type(Object value) {
        return MethodType.methodType(value.getClass()).unwrap().returnType();
    }

    /// A copy that may be changed.
    static Object copy(Object value) {
        return switch (value) {
            case int[] array -> array.clone();
            case long[] array -> array.clone();
            case double[] array -> array.clone();
            case double[][] rows ->
                    Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
            default -> value;
        };
    }

    /// @param value one that is [#allowed]
    static void write(Object value, DataOutput out) throws IOException {
        switch (value) {
            case Boolean truth -> {
                out.writeByte('Z');
                out.writeBoolean(truth);
            }
            case Integer number -> {
                out.writeByte('I');
                out.writeInt(number);
            }
            case Long number -> {
                out.writeByte('J');
                out.writeLong(number);
            }
            case Double number -> {
                out.writeByte('D');
                out.writeDouble(number);
            }
            case int[] array -> {
                out.writeByte('i');
                out.writeInt(array.length);
                for (int element : array) {
                    out.writeInt(element);
                }
            }
            case long[] array -> {
                out.writeByte('j');
                out.writeInt(array.length);
                for (long element : array) {
                    out.writeLong(element);
                }
            }
            case double[] array -> {
                out.writeByte('d');
                writeDoubles(array, out);
            }
            case double[][] rows -> {
                out.writeByte('m');
                out.writeInt(rows.length);
                for (double[] row : rows) {
                    writeDoubles(row, out);
                }
            }
            default -> throw new IllegalArgumentException(value.getClass() + "; " + ALLOWED);
        }
    }

    private static void writeDoubles(double[] array, DataOutput out) throws IOException {
        out.writeInt(array.length);
        for (double element : array) {
            out.writeDouble(element);
        }
    }

    /// @throws IOException when this was not written by [#write]
    static Object read(DataInput in) throws IOException {
        char tag = (char) in.readByte();
        return switch (tag) {
            case 'Z' -> in.readBoolean();
            case 'I' -> in.readInt();
            case 'J' -> in.readLong();
            case 'D' -> in.readDouble();
            case 'i' -> readInts(in);
            case 'j' -> readLongs(in);
            case 'd' -> readDoubles(in);
            case 'm' -> {
                double[][] rows = new double[length(in)][];
                for (int at = 0; at < rows.length; at++) {
                    rows[at] = readDoubles(in);
                }
                yield rows;
            }
            default -> throw new IOException("no value begins with byte " + (int) tag);
        };
    }

    private static int[] readInts(DataInput in) throws IOException {
        int[] array = new int[length(in)];
        for (int at = 0; at < array.length; at++) {
            array[at] = in.readInt();
        }
        return array;
    }

    private static long[] readLongs(DataInput in) throws IOException {
        long[] array = new long[length(in)];
        for (int at = 0; at < array.length; at++) {
            array[at] = in.readLong();
        }
        return array;
    }

    private static double[] readDoubles(DataInput in) throws IOException {
        double[] array = new double[length(in)];
        for (int at = 0; at < array.length; at++) {
            array[at] = in.readDouble();
        }
        return array;
    }

    private static int length(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("no array has %d elements".formatted(length));
        }
        return length;
    }
}

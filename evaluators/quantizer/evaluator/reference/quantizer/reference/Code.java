package quantizer.reference;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// What makes values of a state: operations on a 32-bit register that holds the state at first,
/// then an [Output], which may look into a table. A table indexed by the state itself is a code
/// without operations.
///
/// @param entries of the table, V values each; empty without one
public record Code(List<Step> steps, Output output, float[] entries) {

    private static final int MOST_STEPS = 8;
    private static final int MOST_ENTRIES_LOG = 16;
    private static final int LATTICE_VALUES = 8;

    /// One operation, modulo 2^32. `x` is the register, `s` the state, `n` the operand.
    public enum Operation {
        /// 0: x + n
        ADD,
        /// 1: x * n
        MULTIPLY,
        /// 2: x xor n
        XOR,
        /// 3: x and n
        AND,
        /// 4: x shifted right by n, zeros coming in; n is 0 to 31
        RIGHT,
        /// 5: x shifted left by n; n is 0 to 31
        LEFT,
        /// 6: x rotated left by n; n is 0 to 31
        ROTATE,
        /// 7: x xor (x shifted right by n); n is 0 to 31. It counts as two operations.
        FOLD,
        /// 8: x + s; the operand is 0
        ADD_STATE,
        /// 9: x * s; the operand is 0
        MULTIPLY_STATE,
        /// 10: x xor s; the operand is 0
        XOR_STATE,
        /// 11: x moved up by a bit, the parity of the bits of s and n below it. As many of these as
        /// a table's index has bits make a hash that is linear over single bits.
        PARITY;

        int apply(int x, int state, int operand) {
            return switch (this) {
                case ADD -> x + operand;
                case MULTIPLY -> x * operand;
                case XOR -> x ^ operand;
                case AND -> x & operand;
                case RIGHT -> x >>> operand;
                case LEFT -> x << operand;
                case ROTATE -> Integer.rotateLeft(x, operand);
                case FOLD -> x ^ x >>> operand;
                case ADD_STATE -> x + state;
                case MULTIPLY_STATE -> x * state;
                case XOR_STATE -> x ^ state;
                case PARITY -> x << 1 | Integer.bitCount(state & operand) & 1;
            };
        }

        private boolean takes(int operand) {
            return switch (this) {
                case ADD, MULTIPLY, XOR, AND, PARITY -> true;
                case RIGHT, LEFT, ROTATE, FOLD -> operand >= 0 && operand < Integer.SIZE;
                case ADD_STATE, MULTIPLY_STATE, XOR_STATE -> operand == 0;
            };
        }
    }

    public record Step(Operation operation, int operand) {}

    /// How the register becomes values.
    public enum Output {
        /// 0: the sum of its four bytes, each 0 to 255, minus 510. V is 1.
        BYTE_SUM,
        /// 1: the sum of its halves, each read in half precision, added in single precision (QTIP
        /// rounds the sum to half precision). V is 1.
        HALF_SUM,
        /// 2: its low half, then its high half, each read in half precision. V is 2.
        HALVES,
        /// 3: the table's entry at its lowest q bits, floats
        FLOAT_TABLE,
        /// 4: the table's entry at its lowest q bits, signed bytes, as whole numbers
        BYTE_TABLE,
        /// 5: the mean of its four bytes, each 0 to 255, rounded down, minus 128. V is 1.
        BYTE_MEAN,
        /// 6: eight values, a point of a lattice as QuIP# codes them (E8P). Bits 8 and up are the
        /// table's entry, signed bytes; bits 1 to 7 turn the signs of its first seven values round,
        /// an odd number of them that of the eighth too; bit 0 adds 1 to all values, or takes 1 off
        /// where it is set. V is 8.
        LATTICE;

        static Output of(int number) throws Malformed {
            Malformed.unless(number >= 0 && number < values().length, "no output %d", number);
            return values()[number];
        }

        private int valueBytes() {
            return switch (this) {
                case BYTE_SUM, BYTE_MEAN, HALF_SUM, HALVES -> 0;
                case FLOAT_TABLE -> Float.BYTES;
                case BYTE_TABLE, LATTICE -> Byte.BYTES;
            };
        }

        private boolean gives(int values) {
            return switch (this) {
                case BYTE_SUM, BYTE_MEAN, HALF_SUM -> values == 1;
                case HALVES -> values == 2;
                case FLOAT_TABLE, BYTE_TABLE -> true;
                case LATTICE -> values == LATTICE_VALUES;
            };
        }
    }

    /// How much of a code there is.
    ///
    /// @param entries log2 of the table's entries
    /// @param values V, of an entry
    record Size(int steps, int entries, int values) {}

    /// A code that looks the state up in a table of floats.
    public static Code table(float... entries) {
        return new Code(List.of(), Output.FLOAT_TABLE, entries);
    }

    /// QTIP's 1MAD (section 3.1.1, algorithm 1), its division by 147.8 left to the gain.
    public static Code oneMad() {
        return new Code(
                List.of(
                        new Step(Operation.MULTIPLY, 34_038_481),
                        new Step(Operation.ADD, 76_625_530)),
                Output.BYTE_SUM,
                new float[0]);
    }

    /// QTIP's 3INST (section 3.1.1, algorithm 2): of each half the sign and 12 bits vary, on top of
    /// 0.922 in half precision.
    public static Code threeInst() {
        return new Code(
                List.of(
                        new Step(Operation.MULTIPLY, 89_226_354),
                        new Step(Operation.ADD, 64_248_484),
                        new Step(Operation.AND, 0x8fff8fff),
                        new Step(Operation.XOR, 0x3b603b60)),
                Output.HALF_SUM,
                new float[0]);
    }

    static Code read(ByteBuffer in, Size size, Output output) throws Malformed {
        int steps = size.steps();
        Malformed.unless(steps >= 0 && steps <= MOST_STEPS, "0 to 8 operations, not %d", steps);
        Malformed.unless(output.gives(size.values()), "%s gives no %d", output, size.values());
        Malformed.unless(
                size.entries() >= 0 && size.entries() <= MOST_ENTRIES_LOG,
                "q is 0 to 16, not %d",
                size.entries());
        boolean table = output.valueBytes() > 0;
        Malformed.unless(table || size.entries() == 0, "%s has no table", output);
        int values = table ? size.values() << size.entries() : 0;
        int bytes = steps * 2 * Integer.BYTES + values * output.valueBytes();
        Malformed.unless(in.remaining() >= bytes, "the code is cut off");
        List<Step> list = new ArrayList<>();
        for (int at = 0; at < steps; at++) {
            list.add(step(in));
        }
        float[] entries = new float[values];
        for (int at = 0; at < values; at++) {
            entries[at] = output == Output.FLOAT_TABLE ? in.getFloat() : in.get();
            Malformed.unless(Float.isFinite(entries[at]), "entry %d of the table", at);
        }
        return new Code(List.copyOf(list), output, entries);
    }

    private static Step step(ByteBuffer in) throws Malformed {
        int number = in.getInt();
        int operand = in.getInt();
        boolean known = number >= 0 && number < Operation.values().length;
        Malformed.unless(known, "no operation %d", number);
        Operation operation = Operation.values()[number];
        Malformed.unless(operation.takes(operand), "%s does not take %d", operation, operand);
        return new Step(operation, operand);
    }

    /// Bytes that are a table.
    public int tableBytes() {
        return entries.length * output.valueBytes();
    }

    /// The values of every state, V to each.
    public float[] table(Layout.Shape shape) {
        int values = shape.values();
        float[] table = new float[shape.states() * values];
        for (int state = 0; state < shape.states(); state++) {
            int x = state;
            for (Step step : steps) {
                x = step.operation().apply(x, state, step.operand());
            }
            for (int value = 0; value < values; value++) {
                table[state * values + value] = value(x, value, values);
            }
        }
        return table;
    }

    private float value(int x, int value, int values) {
        return switch (output) {
            case BYTE_SUM -> byteSum(x) - 510;
            case BYTE_MEAN -> (byteSum(x) >> 2) - 128;
            case HALF_SUM -> half(x) + half(x >>> Short.SIZE);
            case HALVES -> half(value == 0 ? x : x >>> Short.SIZE);
            case FLOAT_TABLE, BYTE_TABLE ->
                    entries[(x & entries.length / values - 1) * values + value];
            case LATTICE -> point(x, value);
        };
    }

    private float point(int x, int value) {
        int signs = x >>> 1 & (1 << LATTICE_VALUES - 1) - 1;
        int turned = signs | (Integer.bitCount(signs) & 1) << LATTICE_VALUES - 1;
        int entry = x >>> Byte.SIZE & entries.length / LATTICE_VALUES - 1;
        float size = entries[entry * LATTICE_VALUES + value];
        return ((turned >>> value & 1) == 0 ? size : -size) + 1 - 2 * (x & 1);
    }

    private static int byteSum(int x) {
        return (x & 0xff) + (x >>> 8 & 0xff) + (x >>> 16 & 0xff) + (x >>> 24);
    }

    private static float half(int bits) {
        return Float.float16ToFloat((short) bits);
    }
}

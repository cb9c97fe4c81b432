package dev.tradewind.sandbox;

/// An amount of memory.
///
/// @param count bytes, 0 or more
public record Bytes(long count) {

    public Bytes {
        if (count < 0) {
            throw new IllegalArgumentException("an amount of memory is not negative: " + count);
        }
    }

    public static Bytes mebi(long count) {
        return new Bytes(count << 20);
    }

    public static Bytes kibi(long count) {
        return new Bytes(count << 10);
    }

    public long toMebi() {
        return count >> 20;
    }

    @Override
    public String toString() {
        return count % (1 << 20) == 0 ? toMebi() + " MiB" : (count >> 10) + " KiB";
    }
}

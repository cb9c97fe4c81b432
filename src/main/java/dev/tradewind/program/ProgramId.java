package dev.tradewind.program;

/// Identity of a program: the first 128 bits of the SHA-256 of its paths and texts, 32 hex digits.
/// Two programs with the same files have the same identity, whoever proposed them.
public record ProgramId(String hex) implements Comparable<ProgramId> {

    private static final int DIGITS = 32;

    public ProgramId {
        if (hex.length() != DIGITS) {
            throw new IllegalArgumentException("a program id has 32 hex digits, not: " + hex);
        }
    }

    /// The form people type and read: the first ten digits.
    public String brief() {
        return hex.substring(0, 10);
    }

    @Override
    public int compareTo(ProgramId other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}

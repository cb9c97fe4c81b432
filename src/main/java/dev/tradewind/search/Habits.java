package dev.tradewind.search;

import dev.tradewind.program.ProgramId;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Remembers what programs do on samples of the instances, as long as there is room: parents come
/// again and again. Forgetting costs time and changes nothing else.
final class Habits {

    private static final int REMEMBERED = 4_096;

    private final SequencedMap<Key, String> digests = new LinkedHashMap<>();

    private record Key(ProgramId program, int step) {}

    /// The digest of what a program does on every so many-th instance; empty when it is not known.
    synchronized String of(ProgramId program, int step) {
        return digests.getOrDefault(new Key(program, step), "");
    }

    synchronized void note(ProgramId program, int step, String digest) {
        digests.putLast(new Key(program, step), digest);
        if (digests.size() > REMEMBERED) {
            digests.pollFirstEntry();
        }
    }
}

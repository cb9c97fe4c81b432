package dev.tradewind.proposer.breeding;

import dev.tradewind.program.Candidate;
import dev.tradewind.program.ProgramId;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/// Programs read lately, by identity: reading one takes longer than breeding one. What it gives is
/// what [SyntaxReader] would, so nobody can tell what was kept. Safe for any number of threads.
final class Library {

    private final int capacity;

    /// The one used longest ago first.
    private final Map<ProgramId, Source> kept = new LinkedHashMap<>(16, 0.75f, true);

    Library(int capacity) {
        this.capacity = capacity;
    }

    /// @throws UnreadableException when there is nothing to breed from
    Source read(Candidate candidate) {
        Source known = find(candidate.id());
        if (known != null) {
            return known;
        }
        Source source = SyntaxReader.read(candidate.program());
        keep(candidate.id(), source);
        return source;
    }

    /// Keeps a program whose trees are known without reading it. Statements kept as they were
    /// written may read otherwise where they stand now, so programs with such are not taken.
    void add(ProgramId id, Source source) {
        if (whollyRead(source)) {
            keep(id, source);
        }
    }

    /// Whether every statement and expression of a program is known, none kept as it was written.
    static boolean whollyRead(Source source) {
        return source.bodies().stream().noneMatch(Library::asWritten);
    }

    private static boolean asWritten(Body body) {
        return Trees.any(
                body.tree(),
                each -> each instanceof Symbol.Kept || each instanceof Symbol.Verbatim);
    }

    private synchronized @Nullable Source find(ProgramId id) {
        return kept.get(id);
    }

    private synchronized void keep(ProgramId id, Source source) {
        kept.put(id, source);
        if (kept.size() > capacity) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    /// How many programs it keeps now.
    synchronized int size() {
        return kept.size();
    }
}

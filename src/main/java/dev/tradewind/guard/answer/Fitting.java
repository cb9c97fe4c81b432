package dev.tradewind.guard.answer;

import dev.tradewind.program.Region;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds what of some code belongs inside the regions of a file. What stands outside them is
/// dropped where the fixed text is still to be recognised.
final class Fitting {

    private final Frame frame;

    Fitting(Frame frame) {
        this.frame = frame;
    }

    /// The surest fit of a fence; null when it has none.
    @Nullable Fit fit(Fence fence) {
        String path = path(fence);
        List<Opening> openings = path == null ? List.of() : frame.in(path);
        if (openings.isEmpty() || fence.blank()) {
            return null;
        }
        Fit framed = framed(fence.lines(), openings);
        return framed != null ? framed : inside(fence.lines(), openings);
    }

    /// The file a fence is meant for: the one that is named with it, the only one, or the one that
    /// has most of its lines.
    private @Nullable String path(Fence fence) {
        List<String> hints = new ArrayList<>(List.of(fence.info()));
        fence.lines().stream().filter(line -> !line.isBlank()).limit(1).forEach(hints::add);
        hints.addAll(fence.above());
        for (String hint : hints) {
            String named = frame.named(hint);
            if (named != null) {
                return named;
            }
        }
        List<String> paths = frame.paths();
        return paths.size() == 1 ? paths.getFirst() : alikest(fence.lines());
    }

    private @Nullable String alikest(List<String> lines) {
        List<String> keys = Lines.keys(lines);
        String best = null;
        long most = 0;
        for (String path : frame.paths()) {
            Set<String> own = new HashSet<>(Lines.keys(Lines.of(frame.program().text(path))));
            long shared = shared(keys, own);
            best = shared > most ? path : shared == most ? null : best;
            most = Math.max(most, shared);
        }
        return best;
    }

    private static long shared(List<String> keys, Set<String> own) {
        return keys.stream().filter(Lines::lettered).filter(own::contains).count();
    }

    /// By markers, or by the fixed text around; null when neither is there.
    static @Nullable Fit framed(List<String> lines, List<Opening> openings) {
        Marked marked = Marked.in(lines);
        Fit fit = marked == null ? null : marked.fit(openings);
        return fit != null ? fit : spliced(Lines.unmarked(lines), openings);
    }

    private static @Nullable Fit spliced(List<String> lines, List<Opening> openings) {
        Map<Region, List<String>> insides = new LinkedHashMap<>();
        Anchors anchors = new Anchors(lines);
        for (Opening opening : openings) {
            if (opening.before().isEmpty() && opening.after().stream().noneMatch(Lines::lettered)) {
                continue;
            }
            int start = anchors.start(opening);
            int end = start < 0 ? -1 : anchors.end(opening, start);
            boolean bare = start == 0 && end == lines.size();
            if (end >= start && start >= 0 && !bare) {
                insides.put(opening.region(), Lines.trimmed(lines.subList(start, end)));
            }
        }
        return insides.isEmpty() ? null : new Fit(Fit.Rank.FRAMED, "whole file", insides);
    }

    /// Code without anything around it.
    private static @Nullable Fit inside(List<String> lines, List<Opening> openings) {
        Opening opening = opening(lines, openings);
        if (opening == null) {
            return null;
        }
        boolean whole = opening.before().isEmpty() && opening.after().isEmpty();
        List<String> own = Lines.trimmed(whole ? lines : withoutFixed(lines, opening));
        List<String> body = Continuation.of(opening, own);
        if (body != null) {
            return Fit.of(Fit.Rank.GUESSED, "body", opening, body);
        }
        Set<String> known = new HashSet<>(Lines.keys(opening.inside()));
        boolean alike = shared(Lines.keys(own), known) > 0;
        String form = whole ? "whole file" : "region";
        return own.isEmpty()
                ? null
                : Fit.of(
                        alike ? Fit.Rank.ALIKE : Fit.Rank.GUESSED,
                        form,
                        opening,
                        opening.aligned(own));
    }

    /// The opening that has most of the lines; null when that is none or several.
    private static @Nullable Opening opening(List<String> lines, List<Opening> openings) {
        if (openings.size() == 1) {
            return openings.getFirst();
        }
        Opening best = null;
        long most = 0;
        List<String> keys = Lines.keys(lines);
        for (Opening opening : openings) {
            long shared = shared(keys, new HashSet<>(Lines.keys(opening.inside())));
            best = shared > most ? opening : shared == most ? null : best;
            most = Math.max(most, shared);
        }
        return best;
    }

    /// Drops fixed lines from the top, such as repeated imports.
    private static List<String> withoutFixed(List<String> lines, Opening opening) {
        List<String> bare = Lines.unmarked(lines);
        Set<String> fixed = new HashSet<>(opening.before());
        Set<String> own = new HashSet<>(Lines.keys(opening.inside()));
        int from = 0;
        while (from < bare.size()
                && (bare.get(from).isBlank() || dropped(bare.get(from), fixed, own))) {
            from++;
        }
        for (String line : bare.subList(from, bare.size())) {
            if (Lines.lettered(line) && dropped(line, fixed, own)) {
                throw new UnreadableException(
                        "a whole file whose fixed text cannot be told from the rest: the line "
                                + Lines.quoted(opening.before().getLast())
                                + " is missing before the region");
            }
        }
        return bare.subList(from, bare.size());
    }

    private static boolean dropped(String line, Set<String> fixed, Set<String> own) {
        String key = Lines.key(line);
        return fixed.contains(key) && !own.contains(key);
    }
}

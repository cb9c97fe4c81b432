package dev.tradewind.guard.answer;

import dev.tradewind.program.Program;
import dev.tradewind.program.Region;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Applies edits one after the other, each to what the one before made.
final class Patching {

    private static final int MOST = 200;

    private Frame frame;

    private Patching(Frame frame) {
        this.frame = frame;
    }

    /// The program with all edits made inside its regions.
    static Program applied(List<Edit> edits, Frame frame) {
        if (edits.size() > MOST) {
            throw new UnreadableException(
                    "%,d edits, at most %d are read".formatted(edits.size(), MOST));
        }
        Patching patching = new Patching(frame);
        edits.forEach(patching::apply);
        return patching.frame.program();
    }

    private void apply(Edit asked) {
        Edit edit = asked.loose() && places(asked).isEmpty() ? asked.core() : asked;
        if (edit.path() != null && frame.in(edit.path()).isEmpty()) {
            throw new UnreadableException(edit.path() + " is fixed: it has no region");
        }
        if (edit.blind()) {
            fill(edit);
            return;
        }
        Match match = match(edit);
        List<String> lines = lines(match.path());
        List<String> found = lines.subList(match.from(), match.to());
        List<String> old = Lines.trimmed(edit.old());
        List<String> fresh =
                found.equals(edit.old())
                        ? edit.fresh()
                        : Lines.moved(edit.fresh(), Lines.indent(old), Lines.indent(found));
        List<String> changed = new ArrayList<>(lines.subList(0, match.from()));
        changed.addAll(fresh);
        changed.addAll(lines.subList(match.to(), lines.size()));
        take(match.path(), changed, edit);
    }

    /// Takes over what the changed file has inside its regions.
    private void take(String path, List<String> changed, Edit edit) {
        List<Opening> openings = frame.in(path);
        Opening first = openings.getFirst();
        boolean whole = first.before().isEmpty() && first.after().isEmpty();
        Fit fit =
                whole && openings.size() == 1
                        ? Fit.of(Fit.Rank.FRAMED, "", first, changed)
                        : Fitting.framed(changed, openings);
        if (fit == null) {
            throw new UnreadableException(
                    "the edit that begins with "
                            + edit.quoted()
                            + " changes fixed text beyond recognition");
        }
        frame = Frame.of(frame.with(fit.insides()));
    }

    /// Text for a region that has none.
    private void fill(Edit edit) {
        List<Opening> empty =
                candidates(edit).stream()
                        .flatMap(path -> frame.in(path).stream())
                        .filter(Opening::blank)
                        .toList();
        if (empty.size() != 1) {
            throw new UnreadableException(
                    "an empty SEARCH text, which is read for an empty region alone");
        }
        Region region = empty.getFirst().region();
        frame = Frame.of(frame.with(Map.of(region, edit.fresh())));
    }

    private List<String> candidates(Edit edit) {
        return edit.path() == null ? frame.paths() : List.of(edit.path());
    }

    private Match match(Edit edit) {
        List<Match> found = places(edit);
        if (found.isEmpty()) {
            throw new UnreadableException(missing(edit));
        }
        Match match = found.size() == 1 ? found.getFirst() : nearest(found, edit.near());
        if (match == null) {
            throw new UnreadableException(
                    "the text that begins with %s is found %d times; it must be found once"
                            .formatted(edit.quoted(), found.size()));
        }
        return match;
    }

    /// Where an edit can be made.
    private List<Match> places(Edit edit) {
        List<Match> exact = edit.blind() ? List.of() : preferred(matches(edit, Match::exact));
        return exact.isEmpty() && !edit.blind() ? preferred(matches(edit, Match::tolerant)) : exact;
    }

    /// Places in all files an edit may mean.
    private List<Match> matches(Edit edit, Way way) {
        return candidates(edit).stream()
                .flatMap(path -> way.find(edit.old(), path, lines(path)).stream())
                .toList();
    }

    /// A way to look for lines.
    private interface Way {
        List<Match> find(List<String> wanted, String path, List<String> lines);
    }

    /// Those within regions; for want of such, those that reach into one.
    private List<Match> preferred(List<Match> all) {
        List<Match> inside = all.stream().filter(this::insideRegion).toList();
        return inside.isEmpty() ? all.stream().filter(this::touchesRegion).toList() : inside;
    }

    private String missing(Edit edit) {
        return "the text that begins with "
                + edit.quoted()
                + (matches(edit, Match::tolerant).isEmpty()
                        ? " is not found in the program"
                        : " stands outside what may change");
    }

    private static @Nullable Match nearest(List<Match> found, int near) {
        return near == 0
                ? null
                : found.stream()
                        .min((a, b) -> Integer.compare(distance(a, near), distance(b, near)))
                        .orElse(null);
    }

    private static int distance(Match match, int near) {
        return Math.abs(match.from() + 1 - near);
    }

    private boolean touchesRegion(Match match) {
        return frame.in(match.path()).stream()
                .anyMatch(
                        each ->
                                match.from() < each.firstLine() + each.inside().size()
                                        && match.to() > each.firstLine());
    }

    private boolean insideRegion(Match match) {
        return frame.in(match.path()).stream()
                .anyMatch(
                        each ->
                                match.from() >= each.firstLine()
                                        && match.to() <= each.firstLine() + each.inside().size());
    }

    private List<String> lines(String path) {
        return Lines.of(frame.program().text(path));
    }
}

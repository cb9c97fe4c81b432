package dev.tradewind.guard.answer;

import dev.tradewind.program.Program;
import dev.tradewind.program.Region;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What of a program is fixed, and where it is open to change. In a program without regions, every
/// file is open as a whole.
///
/// @param openings in path order, then in text order
record Frame(Program program, List<Opening> openings) {

    Frame {
        openings = List.copyOf(openings);
    }

    static Frame of(Program program) {
        List<Region> regions = program.regions();
        List<Opening> openings = new ArrayList<>();
        program.files()
                .forEach(
                        (path, text) ->
                                openings.addAll(
                                        regions.isEmpty()
                                                ? List.of(Opening.whole(path, text))
                                                : Opening.in(text, of(path, regions))));
        return new Frame(program, openings);
    }

    private static List<Region> of(String path, List<Region> regions) {
        return regions.stream().filter(region -> region.path().equals(path)).toList();
    }

    /// Those of one file.
    List<Opening> in(String path) {
        return openings.stream().filter(opening -> opening.path().equals(path)).toList();
    }

    /// The files that are open somewhere.
    List<String> paths() {
        return openings.stream().map(Opening::path).distinct().toList();
    }

    /// The path of the program that a line mentions, whole or by its last name; null when none. A
    /// path mentioned whole goes before a last name, a longer one before a shorter one.
    @Nullable String named(String line) {
        String best = null;
        int length = 0;
        for (String path : program.files().keySet()) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            int found = mentions(line, path) ? path.length() : 0;
            found = found == 0 && mentions(line, name) ? name.length() : found;
            if (found > length) {
                best = path;
                length = found;
            }
        }
        return best;
    }

    private static boolean mentions(String line, String name) {
        int at = line.indexOf(name);
        int end = at + name.length();
        return at >= 0
                && (at == 0 || !Character.isJavaIdentifierPart(line.charAt(at - 1)))
                && (end == line.length() || !Character.isJavaIdentifierPart(line.charAt(end)));
    }

    /// The program with other insides.
    Program with(Map<Region, List<String>> insides) {
        Program changed = program;
        for (Opening opening : openings.reversed()) {
            List<String> inside = insides.get(opening.region());
            if (inside != null && !Lines.same(inside, opening.inside())) {
                changed = opening.region().replacedIn(changed, opening.ended(inside));
            }
        }
        return changed;
    }
}

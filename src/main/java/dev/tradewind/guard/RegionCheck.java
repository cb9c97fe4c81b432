package dev.tradewind.guard;

import dev.tradewind.program.Program;
import dev.tradewind.program.Region;
import dev.tradewind.program.RegionException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps everything outside the seed's regions as it was. In a seed without regions, everything may
/// change.
final class RegionCheck {

    private static final String RULE =
            "only what is between EVOLVE-BLOCK-START and EVOLVE-BLOCK-END may change";

    private final Program seed;
    private final boolean anywhere;

    RegionCheck(Program seed) {
        this.seed = seed;
        this.anywhere = seed.regions().isEmpty();
    }

    /// What was changed that must not be: file, line and rule.
    Optional<String> objection(Program program) {
        if (anywhere) {
            return Optional.empty();
        }
        for (String path : program.files().keySet()) {
            if (!seed.files().containsKey(path)) {
                return Optional.of(path + "  is no file of the seed; " + RULE);
            }
        }
        return seed.files().keySet().stream()
                .flatMap(path -> objection(path, program).stream())
                .findFirst();
    }

    private Optional<String> objection(String path, Program program) {
        if (!program.files().containsKey(path)) {
            return Optional.of(path + "  is missing; " + RULE);
        }
        List<Fixed> expected = fixed(path, seed);
        List<Fixed> found;
        try {
            found = fixed(path, program);
        } catch (RegionException broken) {
            return Optional.of(broken.getMessage() + "; " + RULE);
        }
        for (int at = 0; at < Math.min(expected.size(), found.size()); at++) {
            Fixed piece = found.get(at);
            String wanted = expected.get(at).text();
            if (!piece.text().equals(wanted)) {
                return Optional.of(
                        "%s:%d  differs from the seed; %s"
                                .formatted(path, piece.lineOfDifference(wanted), RULE));
            }
        }
        return expected.size() == found.size()
                ? Optional.empty()
                : Optional.of(
                        "%s  has %d regions, the seed %d; %s"
                                .formatted(path, found.size() - 1, expected.size() - 1, RULE));
    }

    /// The stretches of a file before, between and after its regions.
    private static List<Fixed> fixed(String path, Program program) {
        String text = program.text(path);
        List<Fixed> pieces = new ArrayList<>();
        int start = 0;
        for (Region region : regions(path, text)) {
            pieces.add(Fixed.of(text, start, region.start()));
            start = region.end();
        }
        pieces.add(Fixed.of(text, start, text.length()));
        return pieces;
    }

    private static List<Region> regions(String path, String text) {
        return Program.of(path, text).regions();
    }

    private record Fixed(String text, int firstLine) {

        static Fixed of(String file, int start, int end) {
            return new Fixed(file.substring(start, end), 1 + lines(file, start));
        }

        int lineOfDifference(String wanted) {
            int same = 0;
            while (same < Math.min(text.length(), wanted.length())
                    && text.charAt(same) == wanted.charAt(same)) {
                same++;
            }
            return firstLine + lines(text, same);
        }

        private static int lines(String text, int end) {
            return (int) text.chars().limit(end).filter(sign -> sign == '\n').count();
        }
    }
}

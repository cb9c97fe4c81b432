package dev.tradewind.guard.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a model says it did, in one line.
final class Idea {

    private static final int LONGEST = 160;
    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_LINES = 200;
    private static final Pattern MARKUP =
            Pattern.compile("(?:[*_`{}#>\\s]|[-+]\\s|\\d{1,2}\\.\\s)++");
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?:idea|thought|description)[\\s*_]{0,5}:[\\s*_]{0,5}(.++)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s++");
    private static final Pattern COURTESY =
            Pattern.compile(
                    "(?:sure|certainly|of course|okay|ok|here|great|let me|below)\\b.*+",
                    Pattern.CASE_INSENSITIVE);

    private Idea() {}

    /// The line that is named so, or the first sentence of the prose; empty when there is none.
    static String of(Page page) {
        List<String> said = said(page);
        return said.stream()
                .map(NAMED::matcher)
                .filter(Matcher::matches)
                .map(named -> named.group(1))
                .findFirst()
                .or(() -> said.stream().flatMap(Idea::sentences).filter(Idea::tells).findFirst())
                .or(() -> said.stream().filter(Prose::is).findFirst())
                .map(Idea::brief)
                .orElse("");
    }

    private static List<String> said(Page page) {
        List<String> said = new ArrayList<>();
        for (String line : page.prose().subList(0, Math.min(MOST_LINES, page.prose().size()))) {
            String start = line.substring(0, Math.min(LONGEST_LINE, line.length()));
            Matcher markup = MARKUP.matcher(start);
            said.add(markup.lookingAt() ? start.substring(markup.end()) : start);
        }
        return said;
    }

    private static Stream<String> sentences(String line) {
        return END.splitAsStream(line);
    }

    private static boolean tells(String sentence) {
        return Prose.is(sentence)
                && !sentence.endsWith(":")
                && !COURTESY.matcher(sentence).matches();
    }

    private static String brief(String sentence) {
        String line = Lines.key(sentence.replace("**", "").replace("`", ""));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}

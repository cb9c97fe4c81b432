package dev.tradewind.guard.answer;

/// Tells prose from code, where no fence does.
final class Prose {

    private static final int WORDS = 4;

    private Prose() {}

    /// Whether a line reads like a sentence.
    static boolean is(String line) {
        String text = line.strip();
        if (text.isEmpty() || !Character.isLetter(text.charAt(0))) {
            return false;
        }
        char last = text.charAt(text.length() - 1);
        return ";{}(),=&|+*/<>".indexOf(last) < 0
                && text.indexOf(';') < 0
                && words(text) >= WORDS
                && (Character.isUpperCase(text.charAt(0)) || last == '.' || last == '!')
                && text.indexOf(" = ") < 0;
    }

    private static int words(String text) {
        int words = 0;
        boolean inside = false;
        for (int at = 0; at < text.length(); at++) {
            boolean letter = Character.isLetter(text.charAt(at)) || text.charAt(at) == '\'';
            words += letter && !inside ? 1 : 0;
            inside = letter;
        }
        return words;
    }
}

package dev.tradewind.campaign;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/// Guesses what a mistyped word was meant to be.
final class Suggestion {

    private Suggestion() {}

    /// ` Maybe you meant "…".`, or nothing when no allowed word is near: one that goes on where the
    /// word stops or stops before, else the one with the fewest letters to change.
    static String among(Collection<String> allowed, String word) {
        return allowed.stream()
                .filter(each -> related(each, word) || distance(each, word) <= tolerance(each))
                .min(
                        Comparator.comparing((String each) -> !related(each, word))
                                .thenComparingInt(each -> distance(each, word))
                                .thenComparingInt(each -> -each.length()))
                .map(nearest -> " Maybe you meant \"" + nearest + "\".")
                .orElse("");
    }

    private static boolean related(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    private static int tolerance(String word) {
        return Math.max(1, (word.length() + 1) / 3);
    }

    /// What is allowed, then the likely fix.
    static String allowed(Collection<String> allowed, String word) {
        return "Allowed: " + String.join(", ", allowed) + "." + among(allowed, word);
    }

    /// How many letters must be added, dropped or changed, whatever their case (Levenshtein).
    static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] costs = new int[to.length() + 1];
        for (int column = 1; column < costs.length; column++) {
            costs[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int diagonal = costs[0]++;
            for (int column = 1; column < costs.length; column++) {
                int change = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
                int least =
                        Math.min(diagonal + change, 1 + Math.min(costs[column], costs[column - 1]));
                diagonal = costs[column];
                costs[column] = least;
            }
        }
        return costs[to.length()];
    }
}

package dev.tradewind.prompt;

import com.github.difflib.DiffUtils;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Tells what is allowed, and what a mistyped word was meant to be.
final class Spelling {

    private Spelling() {}

    /// `Allowed: ….`, then the nearest word when one is near.
    static String allowed(Collection<String> allowed, String word) {
        return "Allowed: " + String.join(", ", allowed) + "." + nearest(allowed, word);
    }

    private static String nearest(Collection<String> allowed, String word) {
        return allowed.stream()
                .filter(each -> changes(each, word) <= tolerance(each))
                .min(Comparator.comparingInt(each -> changes(each, word)))
                .map(each -> " Maybe you meant \"" + each + "\".")
                .orElse("");
    }

    private static int tolerance(String word) {
        return Math.max(1, (word.length() + 1) / 3);
    }

    /// Letters to be dropped, added or changed.
    private static int changes(String from, String to) {
        return DiffUtils.diff(letters(from), letters(to)).getDeltas().stream()
                .mapToInt(delta -> Math.max(delta.getSource().size(), delta.getTarget().size()))
                .sum();
    }

    private static List<Integer> letters(String word) {
        return word.chars().map(Character::toLowerCase).boxed().collect(Collectors.toList());
    }
}

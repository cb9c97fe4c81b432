package dev.tradewind.journal;

import java.util.List;
import java.util.function.Function;

/// Short lists as JSON arrays in one column. Entries are numbers or hex digits, so that nothing
/// needs escaping.
final class Lists {

    private Lists() {}

    /// As `[3.5, -0.0]`.
    static String ofNumbers(List<? extends Number> numbers) {
        return numbers.toString();
    }

    /// As `[[3.5, 1.0], [4.5, 0.5]]`.
    static String ofLists(List<? extends List<? extends Number>> lists) {
        return lists.toString();
    }

    static <T> List<List<T>> lists(String json, Function<String, T> number) {
        String inside = json.substring(1, json.length() - 1);
        return inside.isEmpty()
                ? List.of()
                : List.of(inside.split("(?<=\\]), ", -1)).stream()
                        .map(list -> numbers(list, number))
                        .toList();
    }

    /// As `["0aff", "12"]`.
    static String ofWords(List<String> words) {
        return words.stream().map(word -> '"' + word + '"').toList().toString();
    }

    static <T> List<T> numbers(String json, Function<String, T> number) {
        String inside = json.substring(1, json.length() - 1);
        return inside.isEmpty()
                ? List.of()
                : List.of(inside.split(", ", -1)).stream().map(number).toList();
    }

    static List<String> words(String json) {
        return numbers(json, word -> word.substring(1, word.length() - 1));
    }
}

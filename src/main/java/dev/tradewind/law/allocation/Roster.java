package dev.tradewind.law.allocation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// The rungs of a ladder by number, in its order.
final class Roster {

    private final List<Contender> ladder;
    private final Map<String, Integer> numbers = new HashMap<>();

    /// @throws IllegalArgumentException when there is no rung, or two have one name
    Roster(List<Contender> ladder) {
        this.ladder = List.copyOf(ladder);
        for (Contender contender : ladder) {
            if (numbers.put(contender.name(), numbers.size()) != null) {
                throw new IllegalArgumentException(
                        "two rungs of the ladder are called %s".formatted(contender.name()));
            }
        }
        if (ladder.isEmpty()) {
            throw new IllegalArgumentException("a ladder has at least one rung");
        }
    }

    int size() {
        return ladder.size();
    }

    Contender get(int rung) {
        return ladder.get(rung);
    }

    List<Contender> ladder() {
        return ladder;
    }

    /// @throws IllegalArgumentException when no rung has this name
    int number(String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            List<String> names = ladder.stream().map(Contender::name).toList();
            throw new IllegalArgumentException(
                    "\"%s\" is no rung of this ladder; there are: %s"
                            .formatted(name, String.join(", ", names)));
        }
        return number;
    }

    /// The open rungs, the one of most merit first; of equals, the earlier of the ladder.
    ///
    /// @param merits of all rungs of the ladder
    List<String> ranked(List<String> open, double[] merits) {
        return open.stream()
                .map(this::number)
                .sorted(
                        Comparator.comparingDouble((Integer rung) -> -merits[rung])
                                .thenComparing(Comparator.naturalOrder()))
                .map(rung -> ladder.get(rung).name())
                .toList();
    }

    /// One number of each rung.
    double[] each(IntToDoubleFunction value) {
        return IntStream.range(0, size()).mapToDouble(value).toArray();
    }
}

package dev.tradewind.search;

import dev.tradewind.budget.Charge;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.Placed;
import dev.tradewind.journal.RunRecord;
import dev.tradewind.prompt.PromptName;
import dev.tradewind.proposer.Exchange;
import dev.tradewind.proposer.Reply;
import dev.tradewind.proposer.Request;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;

/// The answers another run was given, to be given once more. Safe for any number of threads.
///
/// A request gets the answer to the very same request. Where the search has changed and asks
/// something else, it gets the next unused answer of the same rung, to the same prompt while there
/// are any: another sample of the same model, though about other parents. A reflection that was not
/// recorded is left out.
final class Recording {

    private final RunRecord record;
    private final Map<String, Deque<Turn>> byRequest = new HashMap<>();
    private final Map<Kind, Deque<Turn>> byKind = new LinkedHashMap<>();
    private final Map<Turn, Boolean> used = new HashMap<>();
    private long replayed;
    private long borrowed;

    private record Turn(long flight, int number) {}

    private record Kind(String rung, String prompt) {}

    /// @param record closed by whoever opened it, after this
    Recording(RunRecord record) {
        this.record = record;
        record.exchanges(Line.SEARCH).forEach(this::index);
    }

    private void index(Placed placed) {
        Request request = placed.exchange().request();
        Turn turn = new Turn(placed.flight(), placed.exchange().turn());
        used.put(turn, false);
        byRequest.computeIfAbsent(request.hash(), _ -> new ArrayDeque<>()).add(turn);
        byKind.computeIfAbsent(kind(request), _ -> new ArrayDeque<>()).add(turn);
    }

    private static Kind kind(Request request) {
        return new Kind(request.rung(), request.prompt());
    }

    /// The recorded exchange for a request of a flight.
    ///
    /// @throws Grounded when the recording has none left
    synchronized Exchange exchange(long flight, int number, Request request) {
        Queue<Turn> same = byRequest.getOrDefault(request.hash(), new ArrayDeque<>());
        Turn own = new Turn(flight, number);
        Turn turn = same.contains(own) && !spent(own) ? own : unused(same);
        boolean exact = turn != null;
        if (turn == null) {
            turn = borrowed(request);
        }
        if (turn == null && reflects(request)) {
            Reply none = new Reply.Rejected("not recorded", Duration.ZERO, 0);
            return new Exchange(number, request, none, Charge.NONE);
        }
        if (turn == null) {
            throw Grounded.unrecorded(
                    "ran out of recordings at flight %d: rung %s has no more answers"
                            .formatted(flight, request.rung()));
        }
        used.put(turn, true);
        replayed++;
        borrowed += exact ? 0 : 1;
        Exchange found = record.exchanges(Line.SEARCH, turn.flight()).get(turn.number() - 1);
        return new Exchange(number, request, found.reply(), found.charge());
    }

    private static boolean reflects(Request request) {
        return request.prompt().equals(PromptName.REFLECT.word());
    }

    private @Nullable Turn borrowed(Request request) {
        @Nullable Turn same = unused(byKind.getOrDefault(kind(request), new ArrayDeque<>()));
        if (same != null || reflects(request)) {
            return same;
        }
        return byKind.entrySet().stream()
                .filter(entry -> entry.getKey().rung().equals(request.rung()))
                .filter(entry -> !entry.getKey().prompt().equals(PromptName.REFLECT.word()))
                .map(entry -> unused(entry.getValue()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private boolean spent(Turn turn) {
        return used.getOrDefault(turn, true);
    }

    private @Nullable Turn unused(Queue<Turn> turns) {
        while (!turns.isEmpty() && spent(turns.element())) {
            turns.remove();
        }
        return turns.peek();
    }

    /// Answers given so far.
    synchronized long replayed() {
        return replayed;
    }

    /// How many of them had been given to another request.
    synchronized long borrowed() {
        return borrowed;
    }
}

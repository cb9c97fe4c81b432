package dev.tradewind.search;

import dev.tradewind.journal.Landing;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;

/// Decides which landed flight settles next.
sealed interface SettlingOrder {

    void landed(Landing landing);

    boolean ready();

    /// The landing to settle now; only when ready.
    Landing next();

    /// Flight 1, then 2, and so on, whoever lands first.
    final class ByNumber implements SettlingOrder {

        private final Map<Long, Landing> waiting = new HashMap<>();
        private long next = 1;

        @Override
        public void landed(Landing landing) {
            waiting.put(landing.plan().flight(), landing);
        }

        @Override
        public boolean ready() {
            return waiting.containsKey(next);
        }

        @Override
        public Landing next() {
            return Objects.requireNonNull(waiting.remove(next++), "not ready");
        }
    }

    /// As they land; flights settled by an earlier session first, in the order they had then.
    final class AsTheyLand implements SettlingOrder {

        private final Iterator<Long> recorded;
        private final Map<Long, Landing> waiting = new HashMap<>();
        private final Queue<Long> landed = new ArrayDeque<>();
        private long due;

        /// @param recorded flights in the order in which they settled before
        AsTheyLand(Iterator<Long> recorded) {
            this.recorded = recorded;
            this.due = nextRecorded();
        }

        @Override
        public void landed(Landing landing) {
            waiting.put(landing.plan().flight(), landing);
            landed.add(landing.plan().flight());
        }

        @Override
        public boolean ready() {
            return due > 0 ? waiting.containsKey(due) : !landed.isEmpty();
        }

        @Override
        public Landing next() {
            long flight = due > 0 ? due : landed.remove();
            if (due > 0) {
                landed.remove(due);
                due = nextRecorded();
            }
            return Objects.requireNonNull(waiting.remove(flight), "not ready");
        }

        private long nextRecorded() {
            return recorded.hasNext() ? recorded.next() : 0;
        }
    }
}

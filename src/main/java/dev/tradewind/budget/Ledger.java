package dev.tradewind.budget;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/// Keeps what was spent and what is promised to flights still in the air within a budget: the most
/// a flight may cost is reserved before it starts and replaced by what it did cost when it settles.
/// However many fly at once, limits that can be counted are never exceeded. Owned by one thread.
public final class Ledger {

    private final Budget budget;
    private final Supplier<Duration> wall;
    private final Map<Long, Charge> reserved = new HashMap<>();
    private final Map<String, Spend> byRung = new LinkedHashMap<>();
    private Charge promised = Charge.NONE;
    private Spend settled = Spend.NONE;
    private long inFlight;

    /// @param wall clock time the run has taken so far, over all its sessions
    public Ledger(Budget budget, Supplier<Duration> wall) {
        this.budget = budget;
        this.wall = wall;
    }

    /// Whether a flight may start.
    ///
    /// @param most its model calls may cost
    public boolean affords(Charge most) {
        Spend spent = spend().plus(Spend.ofEvaluations(inFlight)).plus(Spend.ofModels(promised));
        return budget.allows(spent, Spend.ofEvaluations(1).plus(Spend.ofModels(most)));
    }

    /// Whether a flight could start if nothing were promised to others: when not, waiting for them
    /// is no use.
    ///
    /// @param most its model calls may cost
    public boolean couldAfford(Charge most) {
        return budget.allows(spend(), Spend.ofModels(most));
    }

    /// Promises a flight the most it may cost.
    public void reserve(long flight, Charge most) {
        inFlight++;
        if (most.calls() > 0) {
            reserved.put(flight, most);
            promised = promised.plus(most);
        }
    }

    /// Replaces the promise by what it came to.
    public void settle(long flight, String rung, Spend actual) {
        inFlight--;
        promised = promised.minus(Objects.requireNonNullElse(reserved.remove(flight), Charge.NONE));
        settled = settled.plus(actual);
        byRung.merge(rung, actual, Spend::plus);
    }

    public Budget budget() {
        return budget;
    }

    /// What was spent on flights that have settled, and the time that has passed.
    public Spend spend() {
        return settled.withWall(wall.get());
    }

    /// The same by rung, without clock time.
    public Map<String, Spend> byRung() {
        return Collections.unmodifiableMap(byRung);
    }
}

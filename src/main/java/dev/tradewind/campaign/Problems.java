package dev.tradewind.campaign;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;

/// Collects what is wrong, so that all of it can be told at once.
final class Problems {

    private final Set<String> found = new LinkedHashSet<>();

    /// One that belongs to a key.
    void add(Place place, String key, String what) {
        add(place + "  " + key + ": " + what);
    }

    /// One that names its place itself.
    void add(String problem) {
        found.add(problem);
    }

    int count() {
        return found.size();
    }

    /// @throws CampaignException when there is any problem
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new CampaignException(new ArrayList<>(found));
        }
    }
}

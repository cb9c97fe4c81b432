package dev.tradewind.evolution;

import dev.tradewind.archive.Placement;

import java.util.List;

/// What a settled candidate changed.
///
/// @param placement in its island's archive, before any restart
/// @param champion whether it is now called the best of the run
/// @param restarted islands emptied and reseeded after it, counted from 0, ascending
public record Arrival(Placement placement, boolean champion, List<Integer> restarted) {

    public Arrival {
        restarted = List.copyOf(restarted);
    }
}

package dev.tradewind.law.simulation;

import java.util.List;

/// All players in one world.
///
/// @param evaluation cost of an evaluation, in proposals of a model of 7 billion parameters
/// @param problems how many were played
/// @param oracle its improvements on a problem, on average
public record Row(
        World world, double evaluation, int problems, double oracle, List<Standing> standings) {

    public Row {
        standings = List.copyOf(standings);
    }
}

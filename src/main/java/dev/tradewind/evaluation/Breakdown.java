package dev.tradewind.evaluation;

import java.util.List;

/// Where a candidate did well and where it did not, for whoever improves it.
///
/// @param parts value of the first objective for each part of the instances, named by
///   [PreparedTask#parts]; empty when nobody told
/// @param remark what the scorer tells of it, in the task's own words; mostly empty
public record Breakdown(List<Double> parts, String remark) {

    public static final Breakdown NONE = new Breakdown(List.of(), "");

    public Breakdown {
        parts = List.copyOf(parts);
    }
}

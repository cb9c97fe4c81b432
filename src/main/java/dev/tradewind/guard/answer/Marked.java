package dev.tradewind.guard.answer;

import dev.tradewind.program.Region;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The insides of regions that an answer marked itself.
///
/// @param insides in text order
/// @param bare whether nothing but blank lines stands outside the markers
record Marked(List<List<String>> insides, boolean bare) {

    Marked {
        insides = List.copyOf(insides);
    }

    /// Null when no markers are there, or they do not pair up.
    static @Nullable Marked in(List<String> lines) {
        List<List<String>> insides = new ArrayList<>();
        boolean bare = true;
        int open = -1;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            boolean start = line.contains(Region.START);
            boolean end = !start && line.contains(Region.END);
            if ((start && open >= 0) || (end && open < 0)) {
                return null;
            }
            if (end) {
                insides.add(lines.subList(open, at));
            }
            bare &= open >= 0 || start || end || line.isBlank();
            open = start ? at + 1 : end ? -1 : open;
        }
        return open >= 0 || insides.isEmpty() ? null : new Marked(insides, bare);
    }

    /// Gives each opening its inside; null when there are not as many.
    @Nullable Fit fit(List<Opening> openings) {
        if (insides.size() != openings.size()) {
            return null;
        }
        Map<Region, List<String>> found = new LinkedHashMap<>();
        for (int at = 0; at < insides.size(); at++) {
            Opening opening = openings.get(at);
            found.put(opening.region(), bare ? opening.aligned(insides.get(at)) : insides.get(at));
        }
        return new Fit(Fit.Rank.FRAMED, bare ? "region" : "whole file", found);
    }
}

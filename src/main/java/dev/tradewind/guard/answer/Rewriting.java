package dev.tradewind.guard.answer;

import dev.tradewind.program.Region;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Chooses among fences that may each be new text for a region. The surest fits count, and of those
/// that change anything the last: models show the old version first, and improve on a new one
/// further down.
final class Rewriting {

    private static final int MOST = 50;
    private static final Set<String> NO_CODE =
            Set.of(
                    "bash",
                    "sh",
                    "shell",
                    "console",
                    "text",
                    "txt",
                    "plaintext",
                    "output",
                    "log",
                    "json",
                    "yaml",
                    "xml",
                    "html",
                    "csv",
                    "latex",
                    "math",
                    "mermaid",
                    "diff");

    private final Frame frame;
    private final Fitting fitting;
    private final Map<Region, Fit> chosen = new LinkedHashMap<>();
    private @Nullable Fit unchanged;
    private @Nullable UnreadableException refused;

    private Rewriting(Frame frame) {
        this.frame = frame;
        this.fitting = new Fitting(frame);
    }

    /// What the fences give; null when none of them is code for a region.
    ///
    /// @throws UnreadableException when the only ones that are cannot be told from the fixed text
    static @Nullable Result of(List<Fence> fences, Frame frame) {
        Rewriting rewriting = new Rewriting(frame);
        List<Fence> latest = fences.subList(Math.max(0, fences.size() - MOST), fences.size());
        List<Fence> code = latest.stream().filter(rewriting::isCode).toList();
        (code.isEmpty() ? latest : code).forEach(rewriting::offer);
        return rewriting.result();
    }

    private boolean isCode(Fence fence) {
        String language = fence.info().strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        return !NO_CODE.contains(language)
                || frame.paths().stream().anyMatch(path -> path.endsWith("." + language));
    }

    private void offer(Fence fence) {
        Fit fit;
        try {
            fit = fitting.fit(fence);
        } catch (UnreadableException unclear) {
            refused = unclear;
            return;
        }
        if (fit != null) {
            offer(fit);
        }
    }

    private void offer(Fit fit) {
        unchanged = fit;
        for (Opening opening : frame.openings()) {
            List<String> inside = fit.insides().get(opening.region());
            Fit rival = chosen.get(opening.region());
            if (inside != null
                    && !Lines.same(Lines.unmarked(inside), Lines.unmarked(opening.inside()))
                    && (rival == null || fit.rank().compareTo(rival.rank()) >= 0)) {
                chosen.put(opening.region(), fit);
            }
        }
    }

    private @Nullable Result result() {
        if (chosen.isEmpty() && refused != null) {
            throw refused;
        }
        if (chosen.isEmpty()) {
            return unchanged == null
                    ? null
                    : new Result(frame.program(), unchanged.form(), unchanged.rank());
        }
        Map<Region, List<String>> insides = new LinkedHashMap<>();
        List<Fit> used = new ArrayList<>(chosen.values());
        Fit.Rank surest = used.stream().map(Fit::rank).max(Fit.Rank::compareTo).orElseThrow();
        chosen.forEach(
                (region, fit) -> {
                    if (surest == Fit.Rank.GUESSED || fit.rank() != Fit.Rank.GUESSED) {
                        insides.put(region, fit.insides().getOrDefault(region, List.of()));
                    }
                });
        return new Result(frame.with(insides), form(used, surest), surest);
    }

    private static String form(List<Fit> used, Fit.Rank surest) {
        return used.stream()
                .filter(fit -> fit.rank() == surest)
                .map(Fit::form)
                .findFirst()
                .orElse("");
    }
}

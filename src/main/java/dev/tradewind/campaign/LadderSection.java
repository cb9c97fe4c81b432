package dev.tradewind.campaign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;

/// Reads and writes who proposes.
final class LadderSection {

    private static final int MOST_CALLS = 4_096;
    private static final int LONGEST_REFLECTION = 1_000_000;

    private static final String BREEDING = "breeding";
    private static final String TUNING = "tuning";

    private LadderSection() {}

    /// @param beside a path as written, in the campaign's folder
    static Ladder read(Section top, Function<String, Path> beside) {
        Ladder usual = Ladder.BREEDING;
        int calls = top.value("calls", usual.calls(), text -> Scalars.whole(text, MOST_CALLS));
        List<Rung> rungs = new ArrayList<>();
        for (Section section : top.sections("ladder")) {
            rungs.add(rung(section, calls));
        }
        apart(top, rungs);
        return new Ladder(
                rungs.isEmpty() ? usual.rungs() : rungs,
                calls,
                top.value("prompts", usual.prompts(), text -> beside.apply(text).toString()),
                top.value(
                        "reflection",
                        usual.reflection(),
                        text -> Scalars.upTo(text, LONGEST_REFLECTION)));
    }

    private static void apart(Section top, List<Rung> rungs) {
        Set<String> names = new LinkedHashSet<>();
        for (Rung rung : rungs) {
            if (!names.add(rung.name())) {
                top.problem(
                        "ladder",
                        "two rungs are called \"%s\". Give one of them another \"name\"."
                                .formatted(rung.name()));
            }
        }
    }

    private static Rung rung(Section section, int calls) {
        String kind =
                section.required("provider", text -> Scalars.among(text, providers()), BREEDING);
        double share = section.value("share", 1.0, Scalars::positive);
        Rung rung =
                switch (kind) {
                    case BREEDING -> new Rung.Breeding(section.text("name", kind), share);
                    case TUNING -> new Rung.Tuning(section.text("name", kind), share);
                    default -> new Rung.Chat(ChatSection.read(section, kind, calls), share);
                };
        section.close();
        return rung;
    }

    private static List<String> providers() {
        List<String> providers = new ArrayList<>(List.of(BREEDING, TUNING));
        providers.addAll(ChatSection.providers());
        return providers;
    }

    /// Every rung with every setting.
    static List<Map<String, Object>> write(Ladder ladder) {
        return ladder.rungs().stream().<Map<String, Object>>map(LadderSection::write).toList();
    }

    private static SequencedMap<String, Object> write(Rung rung) {
        SequencedMap<String, Object> values = new LinkedHashMap<>();
        values.put("name", rung.name());
        switch (rung) {
            case Rung.Breeding _ -> values.put("provider", BREEDING);
            case Rung.Tuning _ -> values.put("provider", TUNING);
            case Rung.Chat chat -> ChatSection.write(chat.model(), values);
        }
        values.put("share", rung.share());
        return values;
    }
}

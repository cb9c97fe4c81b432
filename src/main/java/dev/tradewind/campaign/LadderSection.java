package dev.tradewind.campaign;

import dev.tradewind.law.allocation.Policy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads and writes who proposes.
final class LadderSection {

    private static final int MOST_CALLS = 4_096;
    private static final int LONGEST_REFLECTION = 1_000_000;

    private static final Map<String, Policy> POLICIES =
            Stream.of(Policy.values())
                    .collect(Collectors.toMap(Policy::toString, policy -> policy));

    private static final String BREEDING = "breeding";
    private static final String TUNING = "tuning";

    private LadderSection() {}

    /// @param beside a path as written, in the campaign's folder
    static Ladder read(Section top, Function<String, Path> beside) {
        Ladder usual = Ladder.BREEDING;
        int calls = top.value("calls", usual.calls(), text -> Scalars.whole(text, MOST_CALLS));
        List<Section> sections = top.sections("ladder");
        List<Rung> rungs = rungs(top, sections, calls);
        return new Ladder(
                rungs.isEmpty() ? usual.rungs() : rungs,
                calls,
                top.value("prompts", usual.prompts(), text -> folder(beside.apply(text))),
                top.value(
                        "reflection",
                        usual.reflection(),
                        text -> Scalars.upTo(text, LONGEST_REFLECTION)),
                top.value(
                        "allocation", allocation(sections), text -> Scalars.word(text, POLICIES)));
    }

    /// Who names shares wants them kept.
    private static Policy allocation(List<Section> rungs) {
        boolean shared = rungs.stream().anyMatch(section -> section.has("share"));
        return rungs.size() > 1 && !shared ? Policy.LAW : Policy.SHARES;
    }

    private static String folder(Path prompts) {
        if (!Files.isDirectory(prompts)) {
            throw new IllegalArgumentException(
                    "is no folder: there is no %s.%s"
                            .formatted(prompts, TextFile.siblings(prompts)));
        }
        return prompts.toString();
    }

    private static List<Rung> rungs(Section top, List<Section> sections, int calls) {
        List<Rung> rungs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section section : sections) {
            for (Rung rung : rung(section, calls)) {
                if (!names.add(rung.name())) {
                    section.problem(
                            "name",
                            "two rungs are called \"%s\". Give one of them another \"name\"."
                                    .formatted(rung.name()));
                }
                rungs.add(rung);
            }
        }
        if (top.mapping().members().get("ladder") instanceof Node.Sequence(Place _, var items)
                && items.isEmpty()) {
            top.problem("ladder", "has no rung. Name one, such as \"[breeding]\".");
        }
        return rungs;
    }

    /// None when nobody knows the provider: the other keys depend on it.
    private static List<Rung> rung(Section section, int calls) {
        List<String> kinds = providers();
        String kind =
                section.required(
                        "provider",
                        text -> Scalars.among(text, kinds),
                        "",
                        "Allowed: " + String.join(", ", kinds) + ".");
        return kind.isEmpty() ? List.of() : List.of(rung(section, kind, calls));
    }

    private static Rung rung(Section section, String kind, int calls) {
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

    static List<String> providers() {
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

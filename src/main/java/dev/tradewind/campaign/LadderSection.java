package dev.tradewind.campaign;

import dev.tradewind.evaluation.Task;
import dev.tradewind.evaluation.Workings;
import dev.tradewind.law.allocation.Policy;
import dev.tradewind.law.sampling.Inconclusive;

import java.math.BigDecimal;
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

    private static final int MOST_DRAWS = 1_024;

    private static final Map<String, Policy> POLICIES =
            Stream.of(Policy.values())
                    .collect(Collectors.toMap(Policy::toString, policy -> policy));

    private static final String BREEDING = "breeding";

    /// The short form of several draws, such as `breeding:16`.
    private static final String DRAWING = BREEDING + ":";

    private static final String DRAWS = "draws";
    private static final String TUNING = "tuning";
    private static final String SETTINGS = "settings";

    private LadderSection() {}

    /// @param beside a path as written, in the campaign's folder
    /// @param usual counts where nothing is said
    static Ladder read(Section top, Function<String, Path> beside, Ladder usual) {
        int calls = top.value("calls", usual.calls(), text -> Scalars.whole(text, MOST_CALLS));
        List<Section> sections = top.sections("ladder");
        List<Rung> rungs = rungs(top, sections, calls);
        Ladder ladder =
                new Ladder(
                        rungs.isEmpty() ? usual.rungs() : rungs,
                        calls,
                        top.value("prompts", usual.prompts(), text -> folder(beside.apply(text))),
                        top.value(
                                "reflection",
                                usual.reflection(),
                                text -> Scalars.upTo(text, LONGEST_REFLECTION)),
                        top.value(
                                "allocation",
                                allocation(sections),
                                text -> Scalars.word(text, POLICIES)));
        place(top, ladder);
        return ladder;
    }

    /// Rungs that can do nothing for a task are a problem.
    static void fit(Section top, Ladder ladder, Task task) {
        String usual = Ladder.usual(task).rungs().getFirst().name();
        for (Rung rung : ladder.rungs()) {
            String misfit = misfit(rung, task.workings());
            if (!misfit.isEmpty()) {
                top.problem(
                        "ladder",
                        "\"%s\" %s. Maybe you meant \"%s\".".formatted(rung.name(), misfit, usual));
            }
        }
    }

    private static String misfit(Rung rung, Workings workings) {
        boolean lowers = workings instanceof Workings.InProcess process && process.lowers();
        return switch (rung) {
            case Rung.Breeding _ when workings instanceof Workings.InProcess ->
                    "grows Java programs, and the candidates of this task are none";
            case Rung.Settings _ when !lowers ->
                    "moves the knobs of a lowering, and the evaluator of this task has none";
            case Rung.Breeding _, Rung.Settings _, Rung.Tuning _, Rung.Chat _ -> "";
        };
    }

    /// Models of unknown size whose capability is told must have a place.
    private static void place(Section top, Ladder ladder) {
        try {
            ladder.rungs().forEach(ladder::position);
        } catch (Inconclusive why) {
            top.problem(
                    "ladder",
                    "%s. Tell the capability of more models, or leave it out."
                            .formatted(why.getMessage()));
        }
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
                        text -> provider(text, kinds),
                        "",
                        "Allowed: " + String.join(", ", kinds) + ".");
        return kind.isEmpty() ? List.of() : List.of(rung(section, kind, calls));
    }

    private static String provider(String text, List<String> kinds) {
        if (text.startsWith(DRAWING)) {
            draws(text);
            return text;
        }
        return Scalars.among(text, kinds);
    }

    /// The number of draws in the short form.
    private static int draws(String text) {
        String number = text.substring(DRAWING.length());
        try {
            return Scalars.whole(number, MOST_DRAWS);
        } catch (IllegalArgumentException wrong) {
            String what = "draws \"" + number + "\" programs for a proposal, which ";
            throw new IllegalArgumentException(what + wrong.getMessage(), wrong);
        }
    }

    private static Rung rung(Section section, String kind, int calls) {
        double share = section.value("share", 1.0, Scalars::positive);
        Rung rung =
                switch (kind) {
                    case TUNING -> new Rung.Tuning(section.text("name", kind), share);
                    case SETTINGS -> new Rung.Settings(section.text("name", kind), share);
                    case String said when said.equals(BREEDING) || said.startsWith(DRAWING) ->
                            breeding(section, said, share);
                    default ->
                            new Rung.Chat(
                                    ChatSection.read(section, kind, calls),
                                    share,
                                    section.value("capability", 0.0, LadderSection::capability));
                };
        section.close();
        return rung;
    }

    private static double capability(String text) {
        Quantity percent = Quantity.of(text);
        percent.unitAmong(List.of("%"));
        double share = percent.amount().movePointLeft(2).doubleValue();
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("is not between \"0 %\" and \"100 %\".");
        }
        return share;
    }

    private static Rung breeding(Section section, String said, double share) {
        if (said.startsWith(DRAWING)) {
            return new Rung.Breeding(section.text("name", said), share, draws(said));
        }
        int draws = section.value(DRAWS, 1, text -> Scalars.whole(text, MOST_DRAWS));
        String usual = draws == 1 ? BREEDING : DRAWING + draws;
        return new Rung.Breeding(section.text("name", usual), share, draws);
    }

    static List<String> providers() {
        List<String> providers = new ArrayList<>(List.of(BREEDING, TUNING, SETTINGS));
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
            case Rung.Breeding breeding -> write(breeding, values);
            case Rung.Tuning _ -> values.put("provider", TUNING);
            case Rung.Settings _ -> values.put("provider", SETTINGS);
            case Rung.Chat chat -> write(chat, values);
        }
        values.put("share", rung.share());
        return values;
    }

    private static void write(Rung.Chat rung, SequencedMap<String, Object> values) {
        ChatSection.write(rung.model(), values);
        if (rung.capability() > 0) {
            values.put(
                    "capability",
                    BigDecimal.valueOf(rung.capability())
                                    .movePointRight(2)
                                    .stripTrailingZeros()
                                    .toPlainString()
                            + " %");
        }
    }

    /// One draw is not written, so that plans from before there were several are the same plans.
    private static void write(Rung.Breeding rung, SequencedMap<String, Object> values) {
        values.put("provider", BREEDING);
        if (rung.draws() > 1) {
            values.put(DRAWS, rung.draws());
        }
    }
}

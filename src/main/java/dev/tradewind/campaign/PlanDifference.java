package dev.tradewind.campaign;

import dev.tradewind.evaluation.Task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells in words what makes two plans two plans.
public final class PlanDifference {

    /// Changes how fast a run goes, not what it does.
    private static final String SPEED = "jobs";

    /// Changes where a model is reached, not what it is asked.
    private static final Pattern WAY = Pattern.compile("ladder\\..+\\.(url|key|patience)");

    private PlanDifference() {}

    /// One line for each setting or file that differs, such as `budget: was 60 s, now 120 s`; none
    /// when a run of one may be continued as a run of the other. The number of jobs, and where a
    /// model is reached, do not matter.
    public static List<String> of(Campaign before, Campaign now) {
        List<String> lines = new ArrayList<>(settings(before, now));
        Task was = before.task();
        Task is = now.task();
        lines.addAll(files("seed", was.seed().files(), is.seed().files()));
        lines.addAll(workings(was.workings().texts(), is.workings().texts()));
        lines.addAll(changed("objectives", was.objectives(), is.objectives()));
        lines.addAll(changed("measures", was.measures(), is.measures()));
        lines.addAll(changed("limits", was.limits(), is.limits()));
        lines.addAll(changed("procedure", was.procedure(), is.procedure()));
        return lines;
    }

    private static List<String> workings(
            SortedMap<String, Map<String, String>> was, SortedMap<String, Map<String, String>> is) {
        Set<String> parts = new TreeSet<>(was.keySet());
        parts.addAll(is.keySet());
        return parts.stream()
                .flatMap(
                        part ->
                                files(
                                        part,
                                        was.getOrDefault(part, Map.of()),
                                        is.getOrDefault(part, Map.of()))
                                        .stream())
                .toList();
    }

    private static List<String> settings(Campaign before, Campaign now) {
        SequencedMap<String, Object> was = FlatSettings.of(CampaignWriter.values(before));
        SequencedMap<String, Object> is = FlatSettings.of(CampaignWriter.values(now));
        SequencedMap<String, Object> keys = new LinkedHashMap<>(was);
        keys.putAll(is);
        keys.keySet().removeIf(key -> !decides(key));
        keys.keySet().removeIf(key -> ofOneRung(key, before.ladder(), now.ladder()));
        List<String> lines = new ArrayList<>();
        for (String key : keys.sequencedKeySet()) {
            lines.addAll(
                    changed(
                            key,
                            was.getOrDefault(key, "not set"),
                            is.getOrDefault(key, "not set")));
        }
        return lines;
    }

    /// Whether a setting decides what a run does, and not only how fast or by which way.
    static boolean decides(String key) {
        return !key.equals(SPEED) && !WAY.matcher(key).matches();
    }

    /// Whether a setting is of a rung that only one of the ladders has, which says enough.
    private static boolean ofOneRung(String key, Ladder before, Ladder now) {
        Set<String> was = names(before);
        Set<String> is = names(now);
        return Stream.concat(was.stream(), is.stream())
                .filter(name -> !was.contains(name) || !is.contains(name))
                .anyMatch(name -> key.startsWith("ladder." + name + "."));
    }

    private static Set<String> names(Ladder ladder) {
        return ladder.rungs().stream().map(Rung::name).collect(Collectors.toSet());
    }

    private static List<String> changed(String key, Object was, Object is) {
        return was.equals(is) ? List.of() : List.of(key + ": was " + was + ", now " + is);
    }

    private static List<String> files(
            String part, Map<String, String> was, Map<String, String> is) {
        Set<String> paths = new TreeSet<>(was.keySet());
        paths.addAll(is.keySet());
        return paths.stream()
                .filter(path -> !was.getOrDefault(path, "").equals(is.getOrDefault(path, "")))
                .map(path -> "the task's " + part + ": " + path + " changed")
                .toList();
    }
}

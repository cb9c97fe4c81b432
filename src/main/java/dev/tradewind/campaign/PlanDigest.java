package dev.tradewind.campaign;

import dev.tradewind.evaluation.Task;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Tells plans apart by a hash, where [PlanDifference] tells in words.
public final class PlanDigest {

    private final MessageDigest digest = sha256();

    private PlanDigest() {}

    /// SHA-256, 64 hex digits, over everything that decides what a run does: every setting but the
    /// number of jobs and where models are reached, and the task's own texts. A task moved to
    /// another folder keeps its digest.
    public static String of(Campaign campaign) {
        PlanDigest plan = new PlanDigest();
        plan.settings(campaign);
        Task task = campaign.task();
        plan.add("seed", task.seed().files());
        task.workings().texts().forEach(plan::add);
        plan.add(task.objectives().toString());
        plan.add(task.measures().toString());
        plan.add(task.limits().toString());
        plan.add(task.procedure().toString());
        if (!campaign.ladder().models().isEmpty()) {
            plan.add("prompts", campaign.ladder().library().hashes());
            plan.add(task.statement());
        }
        return HexFormat.of().formatHex(plan.digest.digest());
    }

    private void settings(Campaign campaign) {
        SequencedMap<String, Object> values = FlatSettings.of(CampaignWriter.values(campaign));
        values.keySet().removeIf(key -> !PlanDifference.decides(key));
        add(values.toString());
    }

    private void add(String part, Map<String, String> files) {
        add(part);
        new TreeMap<>(files)
                .forEach(
                        (path, text) -> {
                            add(path);
                            add(text);
                        });
    }

    /// Closed by a byte no text in UTF-8 holds, so that no two lists of texts look alike.
    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0xFF);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}

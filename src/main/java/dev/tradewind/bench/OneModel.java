package dev.tradewind.bench;

import dev.tradewind.bench.provider.LoopbackModel;
import dev.tradewind.bench.provider.LoopbackProcess;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.Setting;
import dev.tradewind.evaluation.Task;

import java.net.URI;

/// Campaigns in which one pretend model proposes and nobody else. They end when asked to.
///
/// @param address of its provider
record OneModel(Bay bay, URI address) {

    private static final String NEVER = "24 h";

    /// Packs bins.
    ///
    /// @param calls at the same time
    Campaign packing(int calls) {
        return bay.campaign(
                "task.yaml",
                said("ladder", ladder()),
                said("calls", Integer.toString(calls)),
                said("budget", NEVER),
                said("reflection", "0"),
                said("baseline", "false"));
    }

    /// The same plan for another task.
    Campaign on(Task task, int calls) {
        Campaign like = packing(calls);
        return Campaign.of(task, like.budget())
                .withLadder(like.ladder())
                .withWindow(like.window())
                .ordered(like.order())
                .withoutBaseline();
    }

    private String ladder() {
        LoopbackModel model = LoopbackProcess.MODEL;
        return "[{provider: openai, name: %s, model: %s, url: \"%s\", key: none, size: 8 B, %s}]"
                .formatted(
                        model.name(),
                        model.name(),
                        address,
                        "price: {input: 0.25 USD, cached: 0.05 USD, output: 1 USD}");
    }

    private static Setting said(String key, String value) {
        return new Setting("bench", key, value);
    }
}

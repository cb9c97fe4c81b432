package dev.tradewind.bench;

import dev.tradewind.bench.Goal.AtMost;
import dev.tradewind.budget.Budget;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.search.Assembly;
import dev.tradewind.search.Run;
import dev.tradewind.search.Watch;

/// What a short run costs from the start of its JVM: classes to load and code to compile included.
///
/// @param evaluations free ones
record ColdEngine(long evaluations) implements Measurement {

    private static final AtMost CPU = new AtMost(1.0);

    @Override
    public void measure(Bay bay, Sheet sheet) throws InterruptedException {
        Clocks start = Clocks.now();
        try (Assembly assembly = NullWorld.assembly()) {
            Campaign campaign =
                    Campaign.of(assembly.task().task(), Budget.evaluations(evaluations))
                            .withoutBaseline();
            new Run(campaign, bay.folder().resolve("journal.sqlite"))
                    .start(assembly, Watch.nobody());
        }
        Clocks end = Clocks.now();
        sheet.note("engine.cpu", end.cpuMillis() / evaluations, "ms", CPU);
        sheet.note("engine.rate.cold", evaluations / start.until(end).wallSeconds(), "1/s");
    }
}

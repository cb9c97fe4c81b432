package dev.tradewind.bench;

import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.Setting;
import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.search.Assembly;
import dev.tradewind.search.Examined;
import dev.tradewind.search.Outcome;
import dev.tradewind.search.Run;
import dev.tradewind.search.Watch;

import java.util.List;
import java.util.Locale;

/// What a search for a packing rule comes to, beside best fit and as many random programs. The turn
/// is its seed.
///
/// @param preset of the items
record MainJob(Preset preset) implements Measurement {

    private static final String BEST_FIT = "best fit";

    /// Where the items come from.
    enum Preset {
        /// Uniform sizes, as in OR-Library.
        OR("task.yaml"),
        /// A Weibull distribution.
        WEIBULL("weibull.yaml");

        private final String file;

        Preset(String file) {
            this.file = file;
        }

        /// Published sets of its kind.
        List<String> sets() {
            return switch (this) {
                case OR -> List.of("or1-u120", "or2-u250", "or3-u500", "or4-u1000");
                case WEIBULL -> List.of("weibull-5k-funsearch");
            };
        }

        /// As in the names of figures: `or`.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public void measure(Bay bay, Sheet sheet) throws InterruptedException {
        Campaign campaign =
                bay.campaign(
                        preset.file,
                        new Setting("--budget", "budget", bay.setup().budget()),
                        new Setting("--seed", "seed", Integer.toString(bay.turn())));
        try (Assembly assembly =
                Assembly.of(
                        CompiledTask.of(campaign.task()),
                        campaign.seed(),
                        campaign.jobs(),
                        bay.setup().isolation())) {
            Run run = new Run(campaign, bay.folder().resolve("journal.sqlite"));
            note(run.start(assembly, Watch.nobody()), bay.turn(), sheet);
        }
    }

    private void note(Outcome outcome, int seed, Sheet sheet) {
        for (String set : preset.sets()) {
            for (Examined program : outcome.baselines()) {
                if (program.name().equals(BEST_FIT)) {
                    sheet.note(name(seed, set + ".best-fit"), excess(program, set), "%");
                }
            }
            for (Examined random : outcome.random()) {
                sheet.note(name(seed, set + ".random"), excess(random, set), "%");
            }
            sheet.note(name(seed, set), excess(outcome.best(), set), "%");
        }
        double best = excess(outcome.best().validation());
        sheet.note(name(seed, "validation"), best, "%");
        for (Examined random : outcome.random()) {
            double excess = excess(random.validation());
            sheet.note(name(seed, "validation.random"), excess, "%");
        }
        sheet.note(name(seed, "evaluations"), (double) outcome.spend().evaluations(), "1");
    }

    private String name(int seed, String what) {
        return "search.%s.%d.%s".formatted(preset, seed, what);
    }

    private static double excess(Examined program, String set) {
        Evaluation evaluation = program.test().get(set);
        if (evaluation == null) {
            throw new IllegalStateException("no " + set + " among " + program.test().keySet());
        }
        return excess(evaluation);
    }

    private static double excess(Evaluation evaluation) {
        return switch (evaluation) {
            case Scored scored -> scored.scores().first();
            case Failed failed -> throw new IllegalStateException("no score: " + failed.detail());
        };
    }
}

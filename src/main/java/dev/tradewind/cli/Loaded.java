package dev.tradewind.cli;

import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.CampaignReader;
import dev.tradewind.campaign.Setting;
import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.evaluation.EvaluatorFault;
import dev.tradewind.evaluation.Task;

import java.nio.file.Path;
import java.util.List;

/// A plan, read, and its task's evaluator, compiled.
record Loaded(Campaign campaign, CompiledTask compiled) {

    /// @throws dev.tradewind.campaign.CampaignException listing all that is wrong in the files
    /// @throws UsageException when the evaluator does not compile
    static Loaded of(Path target, List<Setting> said) {
        return of(CampaignReader.read(target, said));
    }

    /// @throws UsageException when the evaluator does not compile: the task is wrong as written
    static Loaded of(Campaign campaign) {
        try {
            return new Loaded(campaign, CompiledTask.of(campaign.task()));
        } catch (EvaluatorFault wrong) {
            throw new UsageException(campaign.task().folder() + "  " + wrong.getMessage());
        }
    }

    /// Says what this machine lacks and what is done instead.
    void tellSpared(Console console) {
        compiled.spared().forEach(sentence -> console.note("missing: " + sentence));
    }

    Task task() {
        return campaign.task();
    }
}

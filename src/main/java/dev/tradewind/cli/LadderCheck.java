package dev.tradewind.cli;

import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.Rung;
import dev.tradewind.proposer.chat.ChatRung;
import dev.tradewind.proposer.chat.Keys;
import dev.tradewind.report.Table;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What was found out of a ladder's language models; of their keys only which are there.
///
/// @param folder where a `.env` file may be, for keys that are not in the environment
/// @param models in the ladder's order; empty when there are none
record LadderCheck(Path folder, List<ModelCheck> models) {

    LadderCheck {
        models = List.copyOf(models);
    }

    /// @param price null when the seed has no score
    /// @param live whether each model is asked something; nobody is called otherwise
    static LadderCheck of(Campaign campaign, @Nullable LadderPrice price, boolean live) {
        Path folder = campaign.task().folder();
        List<Rung.Chat> rungs = campaign.ladder().models();
        if (rungs.isEmpty()) {
            return new LadderCheck(folder, List.of());
        }
        double shares = campaign.ladder().rungs().stream().mapToDouble(Rung::share).sum();
        Keys keys = Keys.of(System.getenv(), folder);
        List<ModelCheck> models = new ArrayList<>();
        for (Rung.Chat rung : rungs) {
            ChatRung model = rung.model();
            models.add(
                    new ModelCheck(
                            model,
                            rung.share() / shares,
                            keys.has(model.keyVariable()),
                            price == null ? null : price.of(model.name()),
                            live ? Probe.of(model, keys) : null));
        }
        return new LadderCheck(folder, models);
    }

    /// Rungs with prices and keys, then what came of calls; nothing when there are no models.
    List<String> lines(Console console) {
        List<String> lines = new ArrayList<>();
        if (!models.isEmpty()) {
            List<List<String>> rows = models.stream().map(one -> one.row(console)).toList();
            lines.add("");
            lines.addAll(new Table(ModelCheck.HEADING, rows).text());
            lines.add(
                    "Keys are looked for in the environment, then in %s."
                            .formatted(folder.resolve(".env")));
            models.stream()
                    .filter(one -> one.probe() != null)
                    .forEach(one -> lines.add(one.told(console)));
        }
        return lines;
    }

    /// A mistake in the campaign counts more than a provider that is down.
    Exit exit() {
        List<Exit> exits = new ArrayList<>();
        for (ModelCheck model : models) {
            if (model.probe() instanceof Probe.Failed(String _, Exit exit)) {
                exits.add(exit);
            }
        }
        return exits.contains(Exit.USAGE)
                ? Exit.USAGE
                : exits.isEmpty() ? Exit.FINISHED : Exit.OUTSIDE;
    }
}

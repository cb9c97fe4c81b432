package dev.tradewind.search;

import dev.tradewind.budget.MeteredThreads;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.Rung;
import dev.tradewind.evaluation.Lowering;
import dev.tradewind.evaluation.Workings;
import dev.tradewind.proposer.Proposer;
import dev.tradewind.proposer.breeding.RandomPrograms;
import dev.tradewind.proposer.breeding.Screen;
import dev.tradewind.proposer.breeding.ScreenedBreeding;
import dev.tradewind.proposer.breeding.TreeBreeding;
import dev.tradewind.proposer.chat.ChatCaller;
import dev.tradewind.proposer.chat.ChatProposer;
import dev.tradewind.proposer.chat.ChatRung;
import dev.tradewind.proposer.chat.Listener;
import dev.tradewind.proposer.chat.Prompting;
import dev.tradewind.proposer.settings.RandomSettings;
import dev.tradewind.proposer.settings.SettingsBreeding;
import dev.tradewind.proposer.tuning.ConstantTuning;
import dev.tradewind.proposer.tuning.RandomConstants;
import dev.tradewind.search.Ladder.Step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Makes the proposers of a campaign's ladder, and ends their calls when it is closed.
final class Proposers implements AutoCloseable {

    private final Campaign campaign;
    private final Optional<Lowering> lowering;
    private final Screen screen;
    private final Answers answers;
    private final Stop stop;
    private final Outages outages;
    private final Predicate<String> answeredBefore;
    private final MeteredThreads threads = new MeteredThreads();
    private final Map<String, ModelLine> lines = new ConcurrentHashMap<>();

    /// @param lowering of the campaign's task, where its candidates are settings
    /// @param screen where several programs are drawn for a proposal
    /// @param outages hears of models that stop answering
    /// @param answeredBefore whether a rung has answered in this run before
    Proposers(
            Campaign campaign,
            Optional<Lowering> lowering,
            Screen screen,
            Answers answers,
            Watch watch,
            Listener outages,
            Predicate<String> answeredBefore) {
        this.campaign = campaign;
        this.lowering = lowering;
        this.screen = screen;
        this.answers = answers;
        this.stop = watch.stop();
        this.outages = new Outages(outages);
        this.answeredBefore = answeredBefore;
        stop.whenRequested(this::endOutages);
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        campaign.ladder().rungs().forEach(rung -> steps.add(step(rung)));
        return steps;
    }

    /// Whoever a search is compared with: it draws from the same programs and learns nothing.
    static Proposer random(Campaign campaign, Optional<Lowering> lowering) {
        return switch (campaign.task().workings()) {
            case Workings.InJava _ -> new RandomPrograms(campaign.breeding());
            case Workings.InProcess _ ->
                    lowering.<Proposer>map(RandomSettings::new)
                            .orElseGet(() -> new RandomConstants(campaign.task().seed()));
        };
    }

    /// The longest any call may take; nothing without models.
    Duration longestCall() {
        return campaign.ladder().models().stream()
                .map(rung -> rung.model().limits().time())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private Step step(Rung rung) {
        return switch (rung) {
            case Rung.Breeding(String name, var _, int draws) ->
                    free(screened(metered(new TreeBreeding(name, campaign.breeding())), draws));
            case Rung.Tuning(String name, var _) -> free(metered(new ConstantTuning(name)));
            case Rung.Settings(String name, var _) ->
                    free(metered(new SettingsBreeding(name, lowering.orElseThrow())));
            case Rung.Chat chat -> new Step(chat(chat.model()), campaign.ladder().room(chat), true);
        };
    }

    private Proposer metered(Proposer proposer) {
        return new MeteredProposer(proposer, threads);
    }

    private Proposer screened(Proposer drawing, int draws) {
        return draws == 1 ? drawing : new ScreenedBreeding(drawing, draws, screen);
    }

    private static Step free(Proposer proposer) {
        return new Step(proposer, Integer.MAX_VALUE, false);
    }

    private Proposer chat(ChatRung rung) {
        Prompting prompting = new Prompting(campaign.task(), campaign.ladder().library());
        return switch (answers) {
            case Answers.Live(var keys) -> {
                ChatCaller caller =
                        ChatCaller.of(
                                rung,
                                keys.key(rung.keyVariable()),
                                outages,
                                answeredBefore.test(rung.name()));
                ModelLine line = new ModelLine(caller, rung.calls(), stop);
                lines.put(rung.name(), line);
                yield new ChatProposer(rung, prompting, line::call);
            }
            case Answers.Recorded _ ->
                    new ChatProposer(
                            rung,
                            prompting,
                            request -> {
                                throw new IllegalStateException("a replay calls nobody");
                            });
        };
    }

    /// Whoever asks to stop need not wait for a model that does not answer.
    private void endOutages() {
        outages.down.forEach(
                rung -> {
                    ModelLine line = lines.get(rung);
                    if (line != null) {
                        line.close();
                    }
                });
    }

    @Override
    public void close() {
        lines.values().forEach(ModelLine::close);
        threads.close();
    }

    /// Knows which rungs do not answer.
    private static final class Outages implements Listener {

        private final Listener next;
        private final Set<String> down = ConcurrentHashMap.newKeySet();

        private Outages(Listener next) {
            this.next = next;
        }

        @Override
        public void down(String rung, String why, Duration pause) {
            down.add(rung);
            next.down(rung, why, pause);
        }

        @Override
        public void up(String rung, Duration after) {
            down.remove(rung);
            next.up(rung, after);
        }
    }
}

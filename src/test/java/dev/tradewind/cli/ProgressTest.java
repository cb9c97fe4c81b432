package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.archive.Elite;
import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Charge;
import dev.tradewind.budget.Limit;
import dev.tradewind.budget.Spend;
import dev.tradewind.budget.Usage;
import dev.tradewind.budget.Usd;
import dev.tradewind.evaluation.Breakdown;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Signature;
import dev.tradewind.evolution.Champion;
import dev.tradewind.law.allocation.Band;
import dev.tradewind.law.allocation.Belief;
import dev.tradewind.law.allocation.Forecast;
import dev.tradewind.law.allocation.Policy;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;
import dev.tradewind.report.Outcomes;
import dev.tradewind.search.Counts;
import dev.tradewind.search.Phase;
import dev.tradewind.search.Prospect;
import dev.tradewind.search.Status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// How a run is shown while it goes on: five lines, a log, and what is noticed in between.
final class ProgressTest {

    private static final Scene.Heading HEADING =
            new Scene.Heading(
                    "jobs",
                    "003",
                    7,
                    Objective.minimise("tardiness", "%"),
                    "6 islands, 2 jobs, bubblewrap");

    private static final Budget MINUTE = Budget.of(new Limit.Wall(Duration.ofMinutes(1)));

    private static final Charge PAID =
            new Charge(
                    new Usd(new BigDecimal("1.84")),
                    Usd.ZERO,
                    new Usage(180_000, 0, 30_000, 0),
                    0,
                    Duration.ofMinutes(4),
                    120,
                    0);

    private final StringWriter err = new StringWriter();
    private final Console console =
            new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), new Talk());

    @Test
    void the_block_tells_who_how_good_how_much_what_became_and_how_fast() {
        assertThat(ProgressBlock.lines(scene(30, 5.25), 80))
                .containsExactly(
                        "jobs  run 003  seed 7  searching" + " ".repeat(43) + "30 s",
                        "best     5.25 % tardiness  (-0.31, 4 s ago)",
                        "spent    30 of 60 s  [#########.........]  about 30 s left",
                        "outcome  900 scored   60 turned away   40 failed   (60 duplicate, 40 fuel)",
                        "pace     33 evaluations/s   6 islands, 2 jobs, bubblewrap");
    }

    @Test
    void with_models_the_last_line_tells_the_rungs_parts_and_what_was_paid() {
        Scene scene = laddered(new Limit.Wall(Duration.ofMinutes(1)));
        assertThat(ProgressBlock.lines(scene, 80))
                .hasSize(5)
                .endsWith("rungs    breeding 61%  small 28%  large 11%   1.84 USD, 210 k tokens");
        assertThat(ProgressBlock.line(scene))
                .endsWith("failed  breeding 61% small 28% large 11%  1.84 USD, 210 k tokens");
    }

    @Test
    void money_and_tokens_show_the_digits_that_mean_something() {
        assertThat(ProgressBlock.lines(laddered(money("5")), 80).get(2))
                .startsWith("spent    1.84 of 5 USD  [#######...........]");
        assertThat(ProgressBlock.lines(laddered(money("1.85004")), 80).get(2))
                .startsWith("spent    1.84 of 1.85 USD");
        assertThat(ProgressBlock.lines(laddered(new Limit.Tokens(2_000_000)), 80).get(2))
                .startsWith("spent    210 k of 2 M tokens");
    }

    @Test
    void the_rungs_heard_of_are_shown() {
        List<Scene> shown = new ArrayList<>();
        watch(shown, new AtomicLong()).update(status(Phase.SEARCH, 5, Duration.ZERO));
        assertThat(shown.getLast().rungs()).containsOnlyKeys("breeding");
        assertThat(shown.getLast().hasLadder()).isFalse();
    }

    @Test
    void a_model_alone_is_a_ladder_before_anything_was_evaluated() {
        Scene scene = scene(Spend.ofModels(PAID), Map.of("small", Spend.ofModels(PAID)));
        assertThat(ProgressBlock.lines(scene, 80).getLast())
                .isEqualTo("rungs    small 0%   1.84 USD, 210 k tokens");
    }

    private static Limit money(String usd) {
        return new Limit.Money(new Usd(new BigDecimal(usd)));
    }

    private static Scene laddered(Limit limit) {
        Map<String, Spend> rungs = new LinkedHashMap<>();
        rungs.put("breeding", Spend.ofEvaluations(610));
        rungs.put("small", Spend.ofEvaluations(280));
        rungs.put("large", Spend.ofEvaluations(110));
        Spend spend = new Spend(1_000, Duration.ofSeconds(30), Duration.ZERO, PAID);
        return scene(5.25, spend, rungs, Budget.of(limit));
    }

    @Test
    void a_sixth_line_tells_who_is_asked_from_now_on_and_what_that_should_bring() {
        Belief bred = new Belief("breeding", 0.01, 0, 0.1, 1, 1, 0.93);
        Belief small = new Belief("small", 0.01, 0, 0.1, 1, 1, 0.07);
        Forecast next = new Forecast(0.1, new Band(2.4, 0.6, 4.2), null);
        Scene plain = scene(30, 5.25);
        Scene believed =
                new Scene(
                        plain.heading(),
                        plain.phase(),
                        plain.elapsed(),
                        plain.best(),
                        plain.budget(),
                        plain.spend(),
                        plain.outcomes(),
                        plain.rungs(),
                        new Prospect(Policy.LAW, List.of(bred, small), next));
        assertThat(ProgressBlock.lines(believed, 100))
                .hasSize(6)
                .last()
                .isEqualTo("law      breeding 93%  small 7%   next 10%: 1-4 improvements");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20, 40, 60, 79, 80, 100, 300})
    void no_line_is_wider_than_the_terminal(int width) {
        assertThat(ProgressBlock.lines(scene(30, 5.25), width))
                .hasSize(5)
                .allMatch(line -> line.length() <= Math.max(20, width - 1));
    }

    @Test
    void a_log_has_a_line_a_minute_and_one_soon_after_a_new_best() {
        LogDisplay log = new LogDisplay(console);
        for (int second = 0; second <= 130; second++) {
            log.show(scene(second, second < 100 ? 5.25 : 4.5));
        }
        assertThat(err.toString().lines())
                .extracting(line -> line.substring(0, line.indexOf("  searching")))
                .containsExactly("5 s", "65 s", "2 min");
    }

    @Test
    void the_live_block_is_redrawn_in_place() {
        LiveDisplay live = new LiveDisplay(console, () -> 80);
        live.show(scene(1, 5.25));
        live.show(scene(2, 5.25));
        live.say("stopping");
        assertThat(err.toString())
                .containsOnlyOnce("\u001b[5A\r\u001b[2Kjobs")
                .endsWith("\u001b[5A\r\u001b[0Jstopping\n");
    }

    @Test
    void drawings_keep_their_distance_but_a_new_phase_is_shown_at_once() {
        List<Scene> shown = new ArrayList<>();
        AtomicLong clock = new AtomicLong();
        RunWatch watch = watch(shown, clock);
        watch.update(status(Phase.SEARCH, 5, Duration.ZERO));
        watch.update(status(Phase.SEARCH, 5, Duration.ZERO));
        watch.update(status(Phase.BASELINE, 5, Duration.ZERO));
        clock.addAndGet(Duration.ofMillis(200).toNanos());
        watch.update(status(Phase.BASELINE, 5, Duration.ZERO));
        assertThat(shown)
                .extracting(Scene::phase)
                .containsExactly(
                        "searching",
                        "random search, for comparison",
                        "random search, for comparison");
    }

    @Test
    void a_better_best_is_told_with_its_change_and_age() {
        List<Scene> shown = new ArrayList<>();
        AtomicLong clock = new AtomicLong();
        RunWatch watch = watch(shown, clock);
        watch.update(status(Phase.SEARCH, 5, Duration.ZERO));
        watch.update(status(Phase.SEARCH, 4.5, Duration.ZERO));
        clock.addAndGet(Duration.ofSeconds(3).toNanos());
        watch.update(status(Phase.SEARCH, 4.5, Duration.ZERO));
        assertThat(shown.getLast().best())
                .isEqualTo(new Scene.Best(4.5, -0.5, Duration.ofSeconds(3)));
    }

    @Test
    void time_goes_on_where_an_earlier_session_stopped() {
        List<Scene> shown = new ArrayList<>();
        RunWatch watch = watch(shown, new AtomicLong());
        watch.update(status(Phase.SEARCH, 5, Duration.ofMinutes(2)));
        assertThat(shown.getLast().elapsed()).isEqualTo(Duration.ofMinutes(2));
    }

    private RunWatch watch(List<Scene> shown, AtomicLong clock) {
        Display display =
                new Display() {
                    @Override
                    public void show(Scene scene) {
                        shown.add(scene);
                    }

                    @Override
                    public void say(String line) {
                        console.note(line);
                    }
                };
        return new RunWatch(display, HEADING, clock::get);
    }

    private static Status status(Phase phase, double best, Duration wall) {
        Candidate candidate = Candidate.seed(Program.of("Rule.java", "class Rule {}"));
        Elite elite = new Elite(0, candidate, Scores.of(best), new Signature(1), Breakdown.NONE);
        return new Status(
                phase,
                Spend.NONE.withWall(wall),
                Budget.evaluations(10),
                List.of(new Champion(elite, Scores.of(best))),
                new Counts(0, Map.of()),
                Map.of("breeding", Spend.NONE),
                () -> new Prospect(Policy.SHARES, List.of(), null));
    }

    private static Scene scene(int seconds, double best) {
        Duration time = Duration.ofSeconds(seconds);
        Spend spend = new Spend(1_000, time, time, Charge.NONE);
        return scene(best, spend, Map.of("breeding", spend), MINUTE);
    }

    private static Scene scene(Spend spend, Map<String, Spend> rungs) {
        return scene(5.25, spend, rungs, MINUTE);
    }

    private static Scene scene(double best, Spend spend, Map<String, Spend> rungs, Budget budget) {
        return new Scene(
                HEADING,
                "searching",
                spend.wall(),
                new Scene.Best(best, -0.31, Duration.ofSeconds(4)),
                budget,
                spend,
                Outcomes.of(900, Map.of(FailureCause.DUPLICATE, 60L, FailureCause.FUEL, 40L)),
                rungs,
                new Prospect(Policy.SHARES, List.of(), null));
    }
}

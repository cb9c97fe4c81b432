package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.sandbox.IsolationProbe;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Measures with a pretend model in a process of its own, small and without looking at times.
final class ModelsTest {

    private static final Duration QUICK = Duration.ofMillis(1);
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir Path folder;

    private List<Figure> measured(Measurement measurement) throws Exception {
        List<Figure> figures = new ArrayList<>();
        Setup setup =
                new Setup(
                        Path.of("evaluators/bin-packing"), "60 s", IsolationProbe.probe().chosen());
        measurement.measure(new Bay(setup, folder, 1), new Sheet(figures::add));
        return figures;
    }

    @Test
    void a_search_led_by_a_model_is_held_against_what_evaluation_can_do() throws Exception {
        var points = List.of(new ModelSpeed.Point(4, new Goal.None()));
        assertThat(measured(new ModelSpeed(points, QUICK, QUICK, SHORT, 8)))
                .allSatisfy(figure -> assertThat(figure.value()).isPositive().isFinite())
                .extracting(Figure::name)
                .containsExactly(
                        "models.candidates.4",
                        "models.answers.4",
                        "models.limit",
                        "models.full.4",
                        "models.full.4.cpu");
    }

    @Test
    void many_calls_cost_memory_and_processor_time() throws Exception {
        assertThat(measured(new ManyCalls(16, QUICK, QUICK, SHORT)))
                .allSatisfy(figure -> assertThat(figure.value()).isNotNegative().isFinite())
                .extracting(Figure::name)
                .containsExactly(
                        "models.memory",
                        "models.memory.idle",
                        "models.cpu",
                        "models.in-flight",
                        "models.answers");
    }

    @Test
    void a_recorded_run_tells_what_recording_costs() throws Exception {
        assertThat(measured(new JournalCost(4, QUICK, SHORT, 1)))
                .allSatisfy(figure -> assertThat(figure.value()).isFinite())
                .extracting(Figure::name)
                .containsExactly("models.journal", "models.journal.said", "models.journal.cpu");
    }
}

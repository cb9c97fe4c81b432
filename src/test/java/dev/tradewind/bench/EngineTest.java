package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.sandbox.Isolation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class EngineTest {

    private static final Setup SETUP =
            new Setup(Path.of("evaluators/bin-packing"), "60 s", Isolation.PROCESS);

    @TempDir Path folder;

    private List<Figure> measured(Measurement measurement) throws Exception {
        List<Figure> figures = new ArrayList<>();
        measurement.measure(new Bay(SETUP, folder, 1), new Sheet(figures::add));
        return figures;
    }

    @Test
    void a_short_run_has_a_rate_and_a_cost() throws Exception {
        assertThat(measured(new ColdEngine(200)))
                .extracting(Figure::name)
                .containsExactly("engine.cpu", "engine.rate.cold");
    }

    @Test
    void a_long_run_is_compared_with_its_youth() throws Exception {
        assertThat(measured(new LongEngine(100, 1_000, 4_000, 1_000)))
                .allSatisfy(figure -> assertThat(figure.value()).isFinite())
                .extracting(Figure::name)
                .contains("engine.rate", "engine.rate.100k", "engine.heap.4k", "engine.journal");
    }
}

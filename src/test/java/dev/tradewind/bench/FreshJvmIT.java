package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradewind.sandbox.IsolationProbe;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Measures in JVMs of their own, and looks whether anything is left.
final class FreshJvmIT {

    private static Setup setup(String task) {
        return new Setup(Path.of(task), "60 s", IsolationProbe.probe().chosen());
    }

    @Test
    void figures_come_back_and_nothing_is_left() throws Exception {
        List<Figure> figures = new ArrayList<>();
        Path bay;
        try (Workshop workshop = Workshop.open()) {
            bay = workshop.bay();
            new FreshJvm(workshop, setup("evaluators/bin-packing"))
                    .measure(Post.FUEL_C2, 1, figures::add);
        }
        assertThat(figures).extracting(Figure::name).contains("fuel.scalar.c2");
        assertThat(bay.getParent()).doesNotExist();
    }

    @Test
    void what_cannot_be_measured_is_told_with_the_reason() throws Exception {
        try (Workshop workshop = Workshop.open()) {
            FreshJvm jvm = new FreshJvm(workshop, setup("no/such/task"));
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> jvm.measure(Post.GUARD, 1, _ -> {}))
                    .withMessageContaining("could not be measured")
                    .withMessageContaining("no/such/task");
        }
    }

    @Test
    void closing_the_workshop_ends_what_is_under_way() throws Exception {
        Process endless;
        Path folder;
        try (Workshop workshop = Workshop.open()) {
            folder = workshop.bay().getParent();
            endless = workshop.start(new ProcessBuilder("sh", "-c", "sleep 1000; true"));
        }
        assertThat(endless.isAlive()).isFalse();
        assertThat(folder).doesNotExist();
    }
}

package dev.tradewind.bench.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradewind.evaluation.Direction;
import dev.tradewind.law.comparison.Reach;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class HeatTest {

    private static final Heat HEAT =
            new Heat(
                    "plan",
                    "law",
                    1,
                    List.of(
                            new Heat.Point(0, 9),
                            new Heat.Point(2, 7),
                            new Heat.Point(5, 4),
                            new Heat.Point(11, 1)),
                    100,
                    12);

    @TempDir Path folder;

    @Test
    void what_comes_after_the_budget_does_not_count() {
        assertThat(HEAT.at(10)).isEqualTo(4);
        assertThat(HEAT.at(1.9)).isEqualTo(9);
        assertThat(HEAT.at(Double.MAX_VALUE)).isEqualTo(1);
    }

    @Test
    void a_target_is_reached_by_what_is_as_good() {
        assertThat(HEAT.reach(4, Direction.MINIMISE, 10)).isEqualTo(new Reach(5, true));
        assertThat(HEAT.reach(9, Direction.MINIMISE, 10)).isEqualTo(new Reach(0, true));
        assertThat(HEAT.reach(9.5, Direction.MAXIMISE, 10)).isEqualTo(new Reach(10, false));
    }

    @Test
    void a_target_reached_too_late_is_bounded_by_the_budget() {
        assertThat(HEAT.reach(1, Direction.MINIMISE, 10)).isEqualTo(new Reach(10, false));
        assertThat(HEAT.reach(0, Direction.MINIMISE, Double.MAX_VALUE))
                .isEqualTo(new Reach(12, false));
    }

    @Test
    void a_line_that_was_cut_off_is_dropped_and_others_follow() throws IOException {
        Path file = folder.resolve("race.jsonl");
        HeatFile.open(file).add(HEAT);
        String whole = Files.readString(file);
        Files.writeString(file, whole + whole.substring(0, 20));
        HeatFile.open(file).add(HEAT);
        assertThat(file).content().isEqualTo(whole + whole);
    }

    @Test
    void a_line_that_is_no_run_is_told_with_its_place() throws IOException {
        Path file = folder.resolve("race.jsonl");
        HeatFile.open(file).add(HEAT);
        Files.writeString(file, Files.readString(file) + "{\"plan\": 1}\n");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> HeatFile.open(file))
                .withMessageContaining("race.jsonl:2  is no run of a race");
    }
}

package dev.tradewind.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Lowered programs are right whatever is chosen, as the referee sees it.
final class SchedulesIT {

    @TempDir private static Path folder;

    private static Referee referee;

    @BeforeAll
    static void build() {
        referee = Referee.built(folder, "rows");
    }

    /// Seed, good examples and a few drawn at random, on a shape with remainders of all kinds.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sgemm     | 'kernel':'sgemm','m':29,'n':131,'k':67",
                "attention | 'kernel':'attention','h':2,'n':77,'d':64,'causal':1",
                "attention | 'kernel':'attention','h':1,'n':130,'d':19,'causal':0",
                "q4-gemv   | 'kernel':'gemv4-fixed','m':13,'k':1376",
                "softmax   | 'kernel':'rows','op':0,'r':9,'c':333",
                "rmsnorm   | 'kernel':'rows','op':1,'r':9,'c':333",
            })
    void programs_are_right(String task, String sizes) throws Exception {
        for (String program : programs(Schedules.of(task), 4)) {
            assertThat(referee.says(program, check(sizes)))
                    .as(program.lines().limit(3).toList().toString())
                    .contains("\"checked\":")
                    .doesNotContain("stop");
        }
    }

    /// What else is compiled: programs as they are where there are fewer instructions.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sgemm     | 'kernel':'sgemm','m':29,'n':131,'k':67",
                "attention | 'kernel':'attention','h':1,'n':77,'d':64,'causal':1",
                "q4-gemv   | 'kernel':'gemv4-fixed','m':13,'k':1376",
                "softmax   | 'kernel':'rows','op':0,'r':9,'c':333",
                "rmsnorm   | 'kernel':'rows','op':1,'r':9,'c':333",
            })
    void programs_are_right_on_machines_without_wide_vectors(String task, String sizes)
            throws Exception {
        List<String> options = List.of("-mavx2", "-mfma", "-mf16c", "-Wno-psabi");
        for (String program : programs(Schedules.of(task), 1)) {
            assertThat(referee.says(program, options, check(sizes)))
                    .as(program.lines().limit(3).toList().toString())
                    .contains("\"checked\":")
                    .doesNotContain("stop");
        }
    }

    /// It takes x relative to the greatest of a block, which is another class of accuracy.
    @Test
    void fixed_point_is_not_exact() throws Exception {
        String program = Schedules.of("q4-gemv").programIn("examples/cheating/byte-products");

        assertThat(referee.says(program, check("'kernel':'gemv4','m':13,'k':1376")))
                .contains("INVALID_RESULT", "greatest of x without weight");
    }

    private static List<String> programs(Schedules schedules, int drawn) throws Exception {
        List<String> programs = new ArrayList<>(List.of(schedules.programIn("seed")));
        for (String example : schedules.examples("good")) {
            programs.add(schedules.programIn(example));
        }
        programs.addAll(schedules.drawn(drawn, new SplittableRandom(3)));
        return programs;
    }

    private static String check(String sizes) {
        return "{%s,\"mode\":\"check\"}".formatted(sizes.strip().replace('\'', '"'));
    }
}

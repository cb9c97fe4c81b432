package dev.tradewind.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.evaluation.Lowering.Unfit;
import dev.tradewind.evaluation.Space.Knob;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/// What the lowerings of the kernel tasks let be chosen and what they refuse.
final class SchedulesTest {

    private static final List<Long> DEPTHS = List.of(32L, 64L, 128L, 192L, 256L, 384L, 512L, 1024L);

    @Test
    void matrix_products_have_as_many_schedules_as_the_specification_counts() {
        Schedules sgemm = Schedules.of("sgemm");
        long others =
                sgemm.lowering().space().knobs().stream()
                        .filter(knob -> !List.of("VW", "MR", "NV", "KC").contains(knob.name()))
                        .mapToLong(SchedulesTest::values)
                        .reduce(1, Math::multiplyExact);
        long tiles = tiles(sgemm, List.of(32L));
        long panels = tiles(sgemm, DEPTHS);
        assertThat(tiles).isEqualTo(91);
        assertThat(panels).isEqualTo(719);
        assertThat(panels * others).isEqualTo(24_848_640);
    }

    private static long values(Knob knob) {
        return switch (knob) {
            case Knob.Steps(_, List<Long> values) -> values.size();
            case Knob.Kinds(_, List<Long> values) -> values.size();
            case Knob.Range(_, long least, long most) -> most - least + 1;
            case Knob.Bits(_, int bits) -> 1L << bits;
        };
    }

    private static long tiles(Schedules sgemm, List<Long> depths) {
        long valid = 0;
        for (int rows = 1; rows <= 24; rows++) {
            for (int vectors = 1; vectors <= 6; vectors++) {
                String tile = " MR=%d NV=%d".formatted(rows, vectors);
                for (long depth : depths) {
                    valid += fits(sgemm, "VW=8 KC=" + depth + tile) ? 1 : 0;
                    valid += fits(sgemm, "VW=16 KC=" + depth + tile) ? 1 : 0;
                }
            }
        }
        return valid;
    }

    private static boolean fits(Schedules schedules, String settings) {
        try {
            return !schedules.program(settings).isEmpty();
        } catch (Unfit tooLarge) {
            return false;
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgemm", "attention", "q4-gemv", "softmax", "rmsnorm"})
    void seeds_and_good_examples_become_programs_that_name_their_schedule(String task)
            throws Exception {
        Schedules schedules = Schedules.of(task);
        assertThat(schedules.programIn("seed")).contains("int tw_", "VW = ");
        for (String example : schedules.examples("good")) {
            String first = schedules.lowering().space().knobs().getFirst().name();
            assertThat(schedules.programIn(example).lines().limit(4))
                    .anyMatch(line -> line.contains(first + "="));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgemm", "attention", "q4-gemv", "softmax", "rmsnorm"})
    void bad_examples_are_refused_with_what_may_help(String task) throws IOException {
        Schedules schedules = Schedules.of(task);
        for (String example : schedules.examples("bad")) {
            assertThatThrownBy(() -> schedules.programIn(example))
                    .as(example)
                    .isInstanceOf(Unfit.class)
                    .message()
                    .isNotBlank();
        }
    }

    @Test
    void a_tile_that_does_not_fit_the_registers_is_refused_by_their_number() {
        Schedules sgemm = Schedules.of("sgemm");
        assertThatThrownBy(() -> sgemm.program("VW=16 MR=8 NV=4"))
                .isInstanceOf(Unfit.class)
                .hasMessage(
                        "a tile of MR=8 by NV=4 needs 37 vector registers, there are 32 with"
                                + " VW=16. Maybe a smaller NV.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgemm", "attention", "q4-gemv", "softmax", "rmsnorm"})
    void programs_include_nothing_that_kernels_may_not(String task) {
        List<String> allowed =
                List.of("<immintrin.h>", "<math.h>", "<stddef.h>", "<stdint.h>", "<string.h>");
        for (String program : Schedules.of(task).drawn(20, new SplittableRandom(5))) {
            assertThat(program.lines().filter(line -> line.startsWith("#include ")))
                    .allSatisfy(line -> assertThat(allowed).contains(line.substring(9)));
        }
    }
}

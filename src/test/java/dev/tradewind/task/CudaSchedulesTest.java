package dev.tradewind.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.evaluation.Lowering.Unfit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.SplittableRandom;

/// What schedules for a GPU let be chosen and what they refuse; nothing here needs a compiler.
final class CudaSchedulesTest {

    private static final Schedules SCHEDULES = Schedules.of("sgemm/cuda");

    @Test
    void seeds_and_good_examples_become_programs_that_name_their_schedule() throws Exception {
        assertThat(SCHEDULES.programIn("seed"))
                .contains("BM=64 BN=64 BK=16", "BM = 64,", "int tw_sgemm_gpu(");
        for (String example : SCHEDULES.examples("good")) {
            assertThat(SCHEDULES.programIn(example)).contains("STAGES = ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "too-many-registers     | a thread has 255 where a block has 128 threads",
                "too-much-shared-memory | take 192 KiB of shared memory, at most 99",
                "ragged-warps           | a block of 4 by 4 threads is not made of warps",
            })
    void bad_examples_are_refused_with_what_may_help(String example, String why) {
        assertThatThrownBy(() -> SCHEDULES.programIn("examples/bad/" + example))
                .isInstanceOf(Unfit.class)
                .hasMessageContainingAll(why, "Maybe");
    }

    @Test
    void a_block_has_no_more_threads_than_hardware_allows() {
        assertThatThrownBy(() -> SCHEDULES.program("BM=256 BN=256 TM=4 TN=4 WM=4"))
                .isInstanceOf(Unfit.class)
                .hasMessageContaining("4096 threads, at most 1024");
    }

    @Test
    void about_a_quarter_of_all_settings_go_together() {
        assertThat(SCHEDULES.drawn(50, new SplittableRandom(7)))
                .hasSize(50)
                .allSatisfy(program -> assertThat(program).contains("#include \"tw_cuda.h\""));
    }
}

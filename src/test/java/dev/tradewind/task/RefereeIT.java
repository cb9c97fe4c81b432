package dev.tradewind.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;

/// What the referee says of programs that got past every check of their text and their object.
final class RefereeIT {

    private static final String SIGNATURE =
            """
            #include <stddef.h>
            #include <stdint.h>
            int tw_sgemm(int64_t m, int64_t n, int64_t k, const float *a, const float *b, float *c,
                         void *scratch, size_t bytes)
            """;

    private static final String MULTIPLY =
            """
            for (int64_t i = 0; i < m; i++)
                for (int64_t j = 0; j < n; j++) {
                    float sum = 0;
                    for (int64_t p = 0; p < k; p++)
                        sum += a[i * k + p] * b[p * n + j];
                    c[i * n + j] = sum;
                }
            """;

    private static final String TIMED =
            """
            {"kernel":"sgemm","m":96,"n":96,"k":96,"mode":"time","seconds":60}""";

    private static final String CHECKED =
            """
            {"kernel":"sgemm","m":33,"n":17,"k":21,"mode":"check"}""";

    @TempDir private static Path folder;

    private static Referee referee;

    @BeforeAll
    static void build() {
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "machine code below is x86-64's");
        referee = Referee.built(folder, "sgemm");
    }

    private static String saysOf(String body, String instance) throws IOException {
        return referee.says(SIGNATURE + "{" + body + "return 0; }", instance);
    }

    @Test
    void an_honest_program_is_timed_however_slow() throws IOException {
        assertThat(saysOf(MULTIPLY, TIMED))
                .contains("\"seconds\":", "\"ratio\":0.", "\"again\":")
                .doesNotContain("stop");
    }

    @Test
    void a_program_is_held_against_the_shipped_one_where_openblas_is_missing(@TempDir Path other)
            throws IOException {
        Referee bare = Referee.built(other, "sgemm").withoutOpenblas();

        assertThat(bare.saysOfShipped(TIMED)).contains("\"reference\":\"shipped\"");
    }

    /// The answer goes out before the work is done, which then is done while no clock runs.
    @Test
    void answering_before_the_work_is_done_leaves_no_output() throws IOException {
        String early =
                """
                char answer[56] = {0};
                long done;
                __asm__ volatile("syscall" : "=a"(done)
                                 : "a"(1), "D"(1), "S"(answer), "d"(sizeof answer)
                                 : "rcx", "r11", "memory");
                """;
        assertThat(saysOf(early + MULTIPLY, TIMED)).contains("\"stop\":");
    }

    /// getpid, fork, socket and kill by their numbers.
    @ParameterizedTest
    @ValueSource(ints = {39, 57, 41, 62})
    void a_system_call_ends_the_process(int number) throws IOException {
        String call =
                "long done; __asm__ volatile(\"syscall\" : \"=a\"(done) : \"a\"("
                        + number
                        + "), \"D\"(0), \"S\"(0) : \"rcx\", \"r11\");";

        assertThat(saysOf(call + MULTIPLY, CHECKED)).contains("\"stop\":\"CRASH\"", "system call");
    }

    @Test
    void a_constructor_can_start_no_process() throws IOException {
        String early =
                """
                int fork(void);
                __attribute__((constructor)) static void early(void) { fork(); }
                """;
        assertThat(referee.says(early + SIGNATURE + "{" + MULTIPLY + "return 0; }", CHECKED))
                .contains("\"stop\":\"CRASH\"");
    }

    @Test
    void turning_denormals_off_makes_results_wrong() throws IOException {
        String off = "unsigned mode = 0x9fc0; __asm__ volatile(\"ldmxcsr %0\" : : \"m\"(mode));";

        assertThat(saysOf(off + MULTIPLY, CHECKED))
                .contains("\"stop\":\"INVALID_RESULT\"", "denormals");
    }

    @Test
    void a_clock_of_its_own_does_not_help() throws IOException {
        String clock =
                "int clock_gettime(int id, long *time) { time[0] = time[1] = id; return 0; }\n";

        assertThat(referee.says(clock + SIGNATURE + "{" + MULTIPLY + "return 0; }", TIMED))
                .contains("\"ratio\":0.");
    }

    @Test
    void an_answer_kept_for_a_pointer_is_wrong_for_new_inputs() throws IOException {
        String kept = "static const float *last; if (a == last) return 0; last = a;";

        assertThat(saysOf(kept + MULTIPLY, TIMED)).contains("\"stop\":\"INVALID_RESULT\"");
    }

    @Test
    void leaving_the_process_is_told_with_its_status() throws IOException {
        String leave = "__asm__ volatile(\"syscall\" : : \"a\"(231), \"D\"(7));";

        assertThat(saysOf(leave, CHECKED)).contains("\"stop\":\"CRASH\"", "status 7");
    }
}

package dev.tradewind.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tradewind.sandbox.Toolbox;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Kernels for a GPU where there is none: what they compute, thread by thread on a processor, what
/// the referee says of them, and whether nvcc compiles them.
@Tag("long")
final class CudaIT {

    private static final Path KERNELS = Path.of("evaluators/kernels");
    private static final List<String> EMULATED =
            List.of(
                    "g++ -std=c++17 -O1 -Wall -Wextra -Werror -Wno-unknown-pragmas -DTW_EMULATED -I. -fPIC"
                            .split(" ", -1));

    @TempDir private static Path folder;

    @BeforeAll
    static void build() throws IOException {
        for (String part : List.of("bench", "cuda", "cuda-contract", "cuda-emulation")) {
            copy(KERNELS.resolve(part));
        }
        compile(
                List.of("gcc", "-std=gnu17", "-O2", "-Wall", "-Wextra", "-Werror"),
                "-o twgpu gpu-referee.c gpu-race.c gpu-server.c gpu-kernels.c instance.c stop.c"
                        + " sgemm.c -lm");
        compile(EMULATED, "-o twgpu-serve gpu-serve.cpp gpu-device-emulated.cpp -ldl");
        emulated("gpu-shipped.cu", "gpu-shipped.so");
    }

    private static void copy(Path from) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }

    private static void emulated(String source, String library) throws IOException {
        compile(EMULATED, "-shared -o %s -x c++ %s".formatted(library, source));
    }

    private static List<String> joined(List<String> some, String more) {
        List<String> words = new ArrayList<>(some);
        words.addAll(List.of(more.split(" ", -1)));
        return words;
    }

    /// What a command says, on either output.
    private static String run(List<String> words, String input) throws IOException {
        Process process =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        try (var in = process.outputWriter()) {
            in.write(input);
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// A compiler that has nothing to say has compiled.
    private static void compile(List<String> compiler, String files) throws IOException {
        assertThat(run(joined(compiler, files), "")).isEmpty();
    }

    private static String says(String program, String sizes) throws IOException {
        Files.writeString(folder.resolve("candidate.cu"), program);
        emulated("candidate.cu", "candidate.so");
        String line = "{\"kernel\":\"sgemm\",%s}\n".formatted(sizes.replace('\'', '"'));
        return run(List.of("./twgpu", "./candidate.so"), line);
    }

    /// Seed, good examples and two drawn at random, on a shape with remainders of all kinds and on
    /// one whose rows are aligned.
    @ParameterizedTest
    @ValueSource(strings = {"'m':29,'n':131,'k':67", "'m':68,'n':72,'k':100"})
    void lowered_programs_compute_what_they_should(String sizes) throws Exception {
        for (String program : programs(2)) {
            assertThat(says(program, sizes + ",'mode':'check'"))
                    .as(program.lines().limit(3).toList().toString())
                    .contains("\"checked\":")
                    .doesNotContain("stop");
        }
    }

    private static List<String> programs(int drawn) throws Exception {
        Schedules schedules = Schedules.of("sgemm/cuda");
        List<String> programs = new ArrayList<>(List.of(schedules.programIn("seed")));
        for (String example : schedules.examples("good")) {
            programs.add(schedules.programIn(example));
        }
        programs.addAll(schedules.drawn(drawn, new SplittableRandom(3)));
        return programs;
    }

    @Test
    void a_step_that_is_used_before_it_has_arrived_is_found() throws Exception {
        String hasty =
                Schedules.of("sgemm/cuda")
                        .programIn("examples/good/deep-pipeline")
                        .replace("tw_wait<STAGES - 2>", "tw_wait<STAGES - 1>");
        assertThat(says(hasty, "'m':29,'n':131,'k':67,'mode':'check'"))
                .contains("INVALID_RESULT", "no numbers, or not written");
    }

    @ParameterizedTest
    @ValueSource(strings = {"y < size.m && | y < size.m + 1 &&", "size.n - x) | size.n - x + 1)"})
    void a_write_beside_the_output_is_found(String change) throws Exception {
        String[] parts = change.split("\\|", -1);
        String program = Schedules.of("sgemm/cuda").programIn("seed");
        assertThat(program).contains(parts[0].strip());
        assertThat(
                        says(
                                program.replace(parts[0].strip(), parts[1].strip()),
                                "'m':5,'n':7,'k':9,'mode':'check'"))
                .contains("INVALID_RESULT");
    }

    @Test
    void a_kernel_that_says_it_failed_is_believed() throws Exception {
        assertThat(says(returning("7"), "'m':5,'n':7,'k':9,'mode':'check'"))
                .contains("INVALID_RESULT", "status 7");
    }

    @Test
    void a_kernel_that_does_nothing_is_found_by_what_it_leaves() throws Exception {
        assertThat(says(returning("0"), "'m':5,'n':7,'k':9,'mode':'check'"))
                .contains("INVALID_RESULT", "not written");
    }

    private static String returning(String status) {
        return """
                #include "tw_cuda.h"
                extern "C" int tw_sgemm_gpu(int64_t, int64_t, int64_t, const float *, const float *,
                                            float *, cudaStream_t) {
                    return %s;
                }
                """
                .formatted(status);
    }

    @Test
    void timing_ends_with_a_certificate_of_all_that_the_scorer_reads() throws Exception {
        String program = Schedules.of("sgemm/cuda").programIn("seed");
        assertThat(says(program, "'m':24,'n':32,'k':16,'mode':'time','seconds':1"))
                .satisfiesAnyOf(
                        said ->
                                assertThat(said)
                                        .contains(
                                                "\"reference\":\"shipped\"",
                                                "\"device\":\"emulated\"",
                                                "\"batch\":20",
                                                "\"again\":",
                                                "\"peak\":",
                                                "\"sm_mhz_least\":"),
                        busy -> assertThat(busy).containsAnyOf("too noisy", "was busy"));
    }

    /// Where nvcc is not installed this is skipped, and says so.
    @Test
    void nvcc_compiles_lowered_programs_and_the_process_that_runs_them() throws Exception {
        assumeTrue(
                Toolbox.of(List.of("nvcc")).missing().isEmpty(),
                "nvcc is not installed: nothing was compiled for a GPU");
        List<String> nvcc =
                List.of("nvcc", "-std=c++17", "-O1", "-arch=sm_90", "-I.", "-Xcompiler", "-fPIC");
        for (String program : programs(1)) {
            Files.writeString(folder.resolve("candidate.cu"), program);
            compile(nvcc, "-shared -o gpu.so candidate.cu");
        }
        compile(nvcc, "-o gpu-serve -x cu gpu-device.cu gpu-serve.cpp -ldl");
        compile(nvcc, "-shared -o gpu-cublas.so gpu-cublas.cu -ldl");
    }
}

package dev.tradewind.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.evaluation.Judgement.Counted;
import dev.tradewind.evaluation.Material;
import dev.tradewind.evaluation.Scorer;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Suite;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Where instances come from: fresh draws, shipped sets, files users bring.
final class InstancesTest {

    @Test
    void training_mixes_the_sizes_of_the_published_sets_and_starts_with_the_smallest()
            throws IOException {
        assertThat(shape(suites(Split.TRAINING, "or", 1)))
                .containsExactly("or-120 24", "or-250 16", "or-500 10", "or-1000 6");
        assertThat(shape(suites(Split.TRAINING, "weibull", 1))).containsExactly("weibull-5000 5");
    }

    @Test
    void test_sets_are_the_shipped_ones_for_every_family() throws IOException {
        List<String> shipped =
                List.of(
                        "or1-u120 20",
                        "or2-u250 20",
                        "or3-u500 20",
                        "or4-u1000 20",
                        "weibull-1k-eoh 5",
                        "weibull-2k-eoh 5",
                        "weibull-5k-funsearch 5",
                        "weibull-10k-eoh 5");
        assertThat(shape(suites(Split.TEST, "or", 1))).isEqualTo(shipped);
        assertThat(shape(suites(Split.TEST, "weibull", 1))).isEqualTo(shipped);
    }

    @ParameterizedTest
    @CsvSource({"or, 20, 100, 60.0", "weibull, 1, 100, 40.2"})
    void draws_follow_their_distribution(String family, int least, int most, double mean)
            throws IOException {
        int[] items =
                suites(Split.VALIDATION, family, 7).stream()
                        .flatMap(suite -> suite.instances().stream())
                        .flatMapToInt(instance -> Arrays.stream(BinPackingTask.items(instance)))
                        .toArray();
        assertThat(items).hasSizeGreaterThan(30_000);
        assertThat(Arrays.stream(items).min().orElseThrow()).isBetween(least, least + 5);
        assertThat(Arrays.stream(items).max().orElseThrow()).isBetween(most - 12, most);
        assertThat(Arrays.stream(items).average().orElseThrow()).isBetween(mean - 0.7, mean + 0.7);
    }

    @Test
    void equal_randomness_gives_equal_instances() throws IOException {
        assertThat(bytes(suites(Split.TRAINING, "weibull", 3)))
                .isEqualTo(bytes(suites(Split.TRAINING, "weibull", 3)))
                .isNotEqualTo(bytes(suites(Split.TRAINING, "weibull", 4)));
    }

    @ParameterizedTest
    @CsvSource({"or", "weibull"})
    void no_draw_gives_the_starting_program_up(String family) throws IOException {
        Object bestFit = BinPackingTask.perBin((item, left) -> item - left);
        for (Suite<Object> suite : suites(Split.TRAINING, family, 11)) {
            for (Object instance : suite.instances()) {
                byte[] certificate = BinPackingTask.certificate(bestFit, instance);
                assertThat(BinPackingTask.judge(instance, certificate)).isInstanceOf(Counted.class);
            }
        }
    }

    @Test
    void any_white_space_separates(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.txt");
        Files.writeString(file, "1 mine\t10\n\n3 2\r\n4 5\n6");
        Suite<Object> suite = BinPackingTask.scorer().read(file);
        assertThat(suite.name()).isEqualTo("mine");
        assertThat(BinPackingTask.items(suite.instances().getFirst())).containsExactly(4, 5, 6);
        assertThat(BinPackingTask.capacity(suite.instances().getFirst())).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | :0  the file ends, expected the number of instances, a whole number from 1",
                "many | :1  found \"many\", expected the number of instances, a whole number",
                "1\\na\\n10 3 | :3  the file ends, expected the bound of a, a whole number from 0",
                "1\\na\\n10 3 2\\n4 11 6 | :4  found \"11\", expected item 2 of 3 of a, a whole"
                        + " number from 1 to 10",
                "1\\na\\n10 3 2\\n4 0 6 | :4  found \"0\", expected item 2 of 3 of a",
                "1\\na\\n10 3 2\\n4 5 6.5 | :4  found \"6.5\", expected item 3 of 3 of a",
                "1\\na\\n10 3 2\\n4 5 | :4  the file ends, expected item 3 of 3 of a",
                "1\\na\\n10 1 1\\n4 5 | :4  found \"5\", expected the end of the file after 1 inst"
            })
    void a_broken_file_is_told_with_its_place(String text, String told, @TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("broken.txt");
        Files.writeString(file, text.replace("\\n", "\n"));
        Scorer<Object> scorer = BinPackingTask.scorer();
        assertThatThrownBy(() -> scorer.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broken.txt" + told);
    }

    private static List<Suite<Object>> suites(Split split, String family, long seed)
            throws IOException {
        var random = new SplittableRandom(seed);
        return BinPackingTask.scorer()
                .suites(
                        split,
                        new Material(random, BinPackingTask.FOLDER, Map.of("family", family)));
    }

    private static List<String> shape(List<Suite<Object>> suites) {
        return suites.stream().map(suite -> suite.name() + " " + suite.instances().size()).toList();
    }

    private static byte[] bytes(List<Suite<Object>> suites) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (Suite<Object> suite : suites) {
            for (Object instance : suite.instances()) {
                BinPackingTask.scorer().write(instance, new DataOutputStream(bytes));
            }
        }
        return bytes.toByteArray();
    }
}

package dev.tradewind.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.evaluation.Judgement;
import dev.tradewind.evaluation.Judgement.Counted;
import dev.tradewind.evaluation.Judgement.Invalid;
import dev.tradewind.evaluation.Material;
import dev.tradewind.evaluation.Scorer;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Suite;
import dev.tradewind.evaluation.Tally;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// The scorer all kernel tasks share: what it asks the referee, and that it believes nothing.
final class KernelScorerTest {

    private static final Path FOLDER = Path.of("evaluators/kernels/scorer");

    private static final Scorer<Object> SCORER = compiled();

    /// Of 64 x 64 x 64, half as fast as the reference, at a quarter of the peak.
    private static final String TIMED =
            """
            {"kernel":"sgemm","m":64,"n":64,"k":64,"mode":"time","binary":15064,"checked":2e-07,\
            "limit":1e-06,"references":[{"name":"shipped","seconds":5e-06}],"reference":"shipped","seconds":1e-05,"reference_seconds":5e-06,\
            "ratio":0.5,"again":1.01,"clean":20,"repetitions":21,"batch":64,"error":3e-07,\
            "flops":524288,"bytes":49152,"peak":2.097152e+11,"bandwidth":1e+11}""";

    @SuppressWarnings("unchecked")
    private static Scorer<Object> compiled() {
        try {
            Path classes = Files.createTempDirectory("kernels");
            BinPackingTask.compile(FOLDER, classes);
            ClassLoader loader = URLClassLoader.newInstance(new URL[] {classes.toUri().toURL()});
            Class<?> scorer = loader.loadClass("kernels.scorer.KernelScorer");
            return (Scorer<Object>) scorer.getConstructor().newInstance();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError("KernelScorer", broken);
        }
    }

    private static List<Suite<Object>> suites(String training) throws IOException {
        Map<String, String> parameters =
                Map.of(
                        "kernel", "sgemm",
                        "sizes", "m n k",
                        "checked", "1x1x1 5x70x3",
                        "training", training,
                        "limit", "1e-6",
                        "hopeless", "0.01",
                        "seconds", "20");
        return SCORER.suites(
                Split.TRAINING, new Material(new SplittableRandom(1), FOLDER, parameters));
    }

    private static String line(Object shape) throws IOException {
        var bytes = new ByteArrayOutputStream();
        SCORER.write(shape, new DataOutputStream(bytes));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Judgement judge(String certificate) throws IOException {
        Object shape = suites("64x64x64").get(1).instances().getFirst();
        byte[] bytes = certificate.getBytes(StandardCharsets.UTF_8);
        return SCORER.judge(shape, new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static Tally tally(String certificate) throws IOException {
        assertThat(judge(certificate)).isInstanceOf(Counted.class);
        return ((Counted) judge(certificate)).tally();
    }

    @Test
    void small_shapes_are_checked_first_and_each_timed_shape_is_a_suite() throws IOException {
        assertThat(suites("512x512x512 8x64x96/cold"))
                .extracting(Suite::name)
                .containsExactly("small", "512x512x512", "8x64x96/cold");
    }

    @Test
    void the_referee_is_asked_in_one_line() throws IOException {
        assertThat(line(suites("8x64x96/cold").get(1).instances().getFirst()))
                .isEqualTo(
                        "{\"kernel\":\"sgemm\",\"m\":8,\"n\":64,\"k\":96,\"mode\":\"time\","
                                + "\"cold\":true,\"limit\":1.0E-6,\"hopeless\":0.01,"
                                + "\"seconds\":20.0}");
    }

    @Test
    void a_shape_with_a_size_too_few_is_told() {
        assertThatThrownBy(() -> suites("8x64")).hasMessageContaining("8x64 has 2 sizes");
    }

    @Test
    void the_score_is_the_speed_against_the_reference() throws IOException {
        assertThat(SCORER.objectives(Split.TRAINING, List.of(tally(TIMED))).first())
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void several_shapes_count_by_their_geometric_mean() throws IOException {
        Tally half = tally(TIMED);
        Tally twice = tally(TIMED.replace("\"ratio\":0.5", "\"ratio\":2"));

        assertThat(SCORER.objectives(Split.TRAINING, List.of(half, twice)).first())
                .isCloseTo(1.0, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"m\":64', '\"m\":32', something else",
        "'\"kernel\":\"sgemm\"', '\"kernel\":\"rows\"', something else",
        "'\"seconds\":1e-05', '\"seconds\":1e-06', beyond the peak",
        "'\"checked\":2e-07', '\"checked\":2e-06', the error is",
        "'\"error\":3e-07', '\"error\":3e-06', with an error of",
        "'\"again\":1.01', '\"again\":1.3', too noisy",
        "'\"clean\":20', '\"clean\":4', too noisy"
    })
    void what_cannot_be_is_not_believed(String told, String lie, String why) throws IOException {
        assertThat(judge(TIMED.replace(told, lie)))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.why()).contains(why));
    }

    @ParameterizedTest
    @CsvSource({"''", "{}", "'{\"seconds\":\"fast\"}'", "'{\"checked\":1e-7e-7}'"})
    void what_is_no_certificate_is_refused(String text) {
        assertThatThrownBy(() -> judge(text)).isInstanceOf(IOException.class);
    }

    @Test
    void a_certificate_is_described_with_its_share_of_what_the_core_can_do() throws IOException {
        Object shape = suites("64x64x64").get(1).instances().getFirst();
        byte[] bytes = TIMED.getBytes(StandardCharsets.UTF_8);

        assertThat(SCORER.describe(shape, new DataInputStream(new ByteArrayInputStream(bytes))))
                .contains("64x64x64", "52.4 GF/s", "25 % of the roof", "0.500 x shipped");
    }
}

package dev.tradewind.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.evaluation.Judgement;
import dev.tradewind.evaluation.Lowering;
import dev.tradewind.evaluation.Material;
import dev.tradewind.evaluation.Scorer;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Tally;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Settings of the quantizer task, lowered, built and judged. Every judgement compares the fast
/// decoder with the plain one and with the reference in Java, bit for bit.
class TrellisIT {

    private static final int DISTORTION = 5;

    @TempDir private static Path work;

    private static TrellisBench task;

    @BeforeAll
    static void compile() throws IOException {
        task = new TrellisBench(work);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bits=2",
                "bits=6",
                "bits=7",
                "bits=8 scaled=1",
                "bits=10",
                "bits=8 floats=1",
                "bits=4 code=1 entries=3",
                "bits=8 code=1 entries=6",
                "bits=11 code=1 entries=6 row0=0x7a5",
                "bits=12 code=1 entries=7 scaled=1",
                "bits=12 code=1 entries=8 row3=0xfff",
                "bits=8 values=2",
                "bits=12 values=2 code=1 entries=6",
                "bits=10 code=2",
                "bits=10 code=2 scaled=1",
                "bits=12 code=3",
                "bits=9 code=4",
                "bits=10 code=5",
                "code=6",
                "code=6 scaled=1",
            })
    void fast_decoders_make_what_the_reference_in_java_makes(String changes) throws Exception {
        var judgement = judged("native", (changes + " sample=12 rounds=2").split(" "));
        assertThat(judgement).isInstanceOf(Judgement.Counted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bits=8",
                "bits=12 code=1 entries=6",
                "bits=8 values=2",
                "bits=8 code=3",
                "code=6"
            })
    void machines_without_vectors_make_the_same_streams(String changes) throws Exception {
        String[] settings = (changes + " sample=12 rounds=2").split(" ");
        Object small = small();
        String plain = task.answer(task.build("x86-64", settings), small);
        assertThat(plain).contains("\"fast\":\"plain\"");
        assertThat(stream(plain))
                .isEqualTo(stream(task.answer(task.build("native", settings), small)));
    }

    @Tag("long")
    @Test
    void codes_reach_the_distortions_of_the_literature() throws Exception {
        assertThat(distortion("bits=2 rounds=64")).isCloseTo(0.1175, within(0.0012));
        assertThat(distortion("bits=2 start=1 rounds=0 gain=1113"))
                .isCloseTo(0.1188, within(0.0012));
        assertThat(distortion("bits=8 start=3 rounds=32 sample=18")).isLessThan(0.0785);
        assertThat(distortion("bits=16 code=2 gain=980")).isCloseTo(0.0696, within(0.0010));
        assertThat(distortion("bits=16 code=4 gain=980")).isCloseTo(0.0688, within(0.0010));
        assertThat(distortion("bits=10 code=1 start=0")).isLessThan(0.0730);
        assertThat(distortion("code=6 gain=1050")).isCloseTo(0.0917, within(0.0015));
    }

    @Test
    void a_stream_that_is_not_what_the_decoder_read_is_refused() throws Exception {
        String answer = task.answer(task.build("native", "bits=6", "rounds=0"), small());
        String forged = answer.replaceFirst("(.)(.)\",\"digest8\"", "$2$1\",\"digest8\"");
        String shorter = answer.replaceFirst(".{4}\",\"digest8\"", "\",\"digest8\"");
        assertThat(judge(small(), forged.equals(answer) ? shorter : forged))
                .isInstanceOf(Judgement.Invalid.class);
        assertThat(judge(small(), shorter)).isInstanceOf(Judgement.Invalid.class);
    }

    @Test
    void another_rate_is_refused() throws Exception {
        var judgement = judged("native", "bits=6", "rate=3", "rounds=0");
        assertThat(judgement)
                .isInstanceOfSatisfying(
                        Judgement.Invalid.class,
                        invalid -> assertThat(invalid.why()).contains("3 bits a weight, not 2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bits=3 values=2",
                "rate=3 values=2",
                "code=2 values=2",
                "bits=16 code=1 rounds=64 sample=16"
            })
    void settings_that_do_not_go_together_are_named(String changes) throws Exception {
        var settings = task.settings(changes.split(" "));
        assertThatThrownBy(() -> task.lowering().lower(settings))
                .isInstanceOf(Lowering.Unfit.class)
                .hasMessageContaining("Maybe");
    }

    private static Judgement judged(String machine, String... settings) throws Exception {
        Object small = small();
        return judge(small, task.answer(task.build(machine, settings), small));
    }

    private static Judgement judge(Object instance, String answer) throws IOException {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        return task.scorer().judge(instance, new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static double distortion(String settings) throws Exception {
        Object large = instances(1).getFirst();
        String answer = task.answer(task.build("native", settings.split(" ")), large);
        Tally tally = ((Judgement.Counted) judge(large, answer)).tally();
        return tally.amount(DISTORTION);
    }

    private static String stream(String answer) {
        return answer.replaceAll("(?s)\",\"digest8.*", "");
    }

    private static Object small() throws IOException {
        return instances(0).getFirst();
    }

    private static List<Object> instances(int suite) throws IOException {
        Scorer<Object> scorer = task.scorer();
        var material =
                new Material(
                        new SplittableRandom(1),
                        Path.of("evaluators", "quantizer"),
                        Map.of("bits", "2"));
        return scorer.suites(Split.TRAINING, material).get(suite).instances();
    }
}

package dev.tradewind.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.evaluation.Heard.Told;
import dev.tradewind.evaluation.RunAnswer.Certificates;
import dev.tradewind.evaluation.RunRequest.Instances;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What is sent onward is measured once on each training instance, and always elsewhere.
final class RelayWorkersTest {

    private static final Executable NOBODY = CurveTask.curve("return xs;");
    private static final Duration EACH = Duration.ofSeconds(1);

    /// Numbers what it measures, one after the other.
    private static final class Counting implements RelayWorkers.Onward {

        private final List<String> sent = new ArrayList<>();
        private boolean givesUp;

        @Override
        public Heard hear(Sitting sitting) {
            List<byte[]> instances = ((Instances.Sent) sitting.on()).instances();
            StringBuilder answers = new StringBuilder();
            int[] ends = new int[givesUp ? 1 : instances.size()];
            for (int at = 0; at < ends.length; at++) {
                sent.add(sitting.set().name(at) + "=" + text(instances.get(at)));
                answers.append(sent.size()).append(';');
                ends[at] = answers.length();
            }
            byte[] bytes = answers.toString().getBytes(StandardCharsets.US_ASCII);
            return new Told(
                    new Certificates(bytes, 0, ends, givesUp), EACH.multipliedBy(ends.length));
        }

        @Override
        public void close() {}
    }

    private final Counting onward = new Counting();
    private final RelayWorkers workers = new RelayWorkers(new SilentWorkers(), onward);

    private static final class SilentWorkers implements Workers {

        @Override
        public Heard hear(Executable candidate, Sitting sitting) {
            return Heard.silent(FailureCause.CRASH, "asked", Duration.ZERO);
        }

        @Override
        public void close() {}
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static Sitting sitting(Split split, boolean reversed, String... sent) {
        List<Integer> places = IntStream.range(0, sent.length).boxed().toList();
        return new Sitting(
                split,
                InstanceSet.of(List.of(new Suite<>("shape", places))),
                new Instances.Sent(
                        List.of(sent).stream()
                                .map(one -> one.getBytes(StandardCharsets.US_ASCII))
                                .toList()),
                reversed,
                false,
                Sitting.Way.START.after("", Duration.ZERO));
    }

    private String heard(Sitting sitting) {
        Told told = (Told) workers.hear(NOBODY, sitting);
        StringBuilder all = new StringBuilder();
        for (int at = 0; at < told.certificates().count(); at++) {
            try (var certificate = told.certificates().certificate(at)) {
                all.append(text(certificate.readAllBytes()));
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
        }
        return all + " in " + told.cpu().toSeconds() + " s";
    }

    @Test
    void what_was_sent_before_is_answered_as_before_and_costs_nothing() {
        assertThat(heard(sitting(Split.TRAINING, false, "a", "b"))).isEqualTo("1;2; in 2 s");
        assertThat(heard(sitting(Split.TRAINING, false, "a", "b"))).isEqualTo("1;2; in 0 s");
        assertThat(onward.sent).containsExactly("shape#1=a", "shape#2=b");
    }

    @Test
    void of_what_was_sent_in_part_the_rest_alone_is_measured() {
        heard(sitting(Split.TRAINING, false, "a", "b", "c"));

        assertThat(heard(sitting(Split.TRAINING, false, "a", "x", "c"))).isEqualTo("1;4;3; in 1 s");
        assertThat(onward.sent).endsWith("shape#2=x").hasSize(4);
    }

    @Test
    void the_same_for_another_instance_is_measured() {
        heard(sitting(Split.TRAINING, false, "a", "b"));

        assertThat(heard(sitting(Split.TRAINING, false, "b", "a"))).isEqualTo("3;4; in 2 s");
    }

    @Test
    void repeats_validation_and_tests_are_always_measured() {
        heard(sitting(Split.TRAINING, false, "a"));

        assertThat(heard(sitting(Split.TRAINING, true, "a"))).isEqualTo("2; in 1 s");
        assertThat(heard(sitting(Split.VALIDATION, false, "a"))).isEqualTo("3; in 1 s");
        assertThat(heard(sitting(Split.VALIDATION, false, "a"))).isEqualTo("4; in 1 s");
        assertThat(heard(sitting(Split.TEST, false, "a"))).isEqualTo("5; in 1 s");
    }

    @Test
    void what_was_given_up_is_not_remembered() {
        onward.givesUp = true;

        assertThat(heard(sitting(Split.TRAINING, false, "a", "b"))).isEqualTo("2; in 2 s");
        onward.givesUp = false;
        assertThat(heard(sitting(Split.TRAINING, false, "a", "b"))).isEqualTo("3;4; in 2 s");
    }
}

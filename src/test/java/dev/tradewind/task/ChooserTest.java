package dev.tradewind.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tradewind.campaign.TaskReader;
import dev.tradewind.evaluation.Lowering;
import dev.tradewind.evaluation.Space.Knob;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Schedules as candidates of `evaluators/sgemm/choose` make them.
final class ChooserTest {

    private static final Path FOLDER = Path.of("evaluators/sgemm/choose");
    private static final Lowering LOWERING = Schedules.of("sgemm").lowering();
    private static final Class<?> SCHEDULE = schedule();

    private static Class<?> schedule() {
        try {
            Path classes = Files.createTempDirectory("chooser");
            BinPackingTask.compile(FOLDER.resolve("evaluator/contract"), classes);
            return URLClassLoader.newInstance(new URL[] {classes.toUri().toURL()})
                    .loadClass("schedule.Schedule");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ClassNotFoundException broken) {
            throw new LinkageError("schedule.Schedule", broken);
        }
    }

    /// What becomes of twelve numbers, by the names of the lowering's knobs.
    private static SequencedMap<String, Long> made(List<Integer> wanted) throws Exception {
        Constructor<?> constructor = SCHEDULE.getConstructors()[0];
        RecordComponent[] components = SCHEDULE.getRecordComponents();
        Object[] arguments = new Object[components.length];
        Arrays.setAll(
                arguments,
                at ->
                        components[at].getType() == boolean.class
                                ? (Object) (wanted.get(at) != 0)
                                : wanted.get(at));
        Object schedule = constructor.newInstance(arguments);
        List<Knob> knobs = LOWERING.space().knobs();
        SequencedMap<String, Long> values = new LinkedHashMap<>();
        for (int at = 0; at < components.length; at++) {
            Object value = components[at].getAccessor().invoke(schedule);
            values.put(
                    knobs.get(at).name(),
                    value instanceof Boolean on ? (on ? 1L : 0L) : (Integer) value);
        }
        return values;
    }

    @Provide
    Arbitrary<List<Integer>> anything() {
        return Arbitraries.oneOf(Arbitraries.integers(), Arbitraries.integers().between(-9, 2000))
                .list()
                .ofSize(LOWERING.space().knobs().size());
    }

    @Property
    void any_numbers_become_a_schedule_there_is(@ForAll("anything") List<Integer> wanted)
            throws Exception {
        SequencedMap<String, Long> values = made(wanted);

        for (Knob knob : LOWERING.space().knobs()) {
            assertThat(knob.takes(values.getOrDefault(knob.name(), Long.MIN_VALUE)))
                    .as(values.toString())
                    .isTrue();
        }
        assertThatCode(() -> LOWERING.lower(values))
                .as(values.toString())
                .doesNotThrowAnyException();
    }

    @Property
    void a_schedule_there_is_stays_what_it_is(@ForAll("anything") List<Integer> wanted)
            throws Exception {
        SequencedMap<String, Long> values = made(wanted);
        List<Integer> again = values.values().stream().map(Math::toIntExact).toList();

        assertThat(made(again)).isEqualTo(values);
    }

    @Test
    void a_number_goes_to_the_nearest_value() throws Exception {
        assertThat(made(List.of(13, 5, 4, 300, 100, 200, 0, 1, 8, 0, 3, 7)).values())
                .containsExactly(16L, 5L, 4L, 256L, 96L, 256L, 0L, 1L, 2L, 0L, 2L, 8L);
    }

    @Test
    void a_tile_too_large_loses_vectors_and_a_panel_too_large_loses_depth() throws Exception {
        assertThat(made(List.of(16, 10, 6, 1024, 96, 64, 0, 0, 0, 0, 1, 0)))
                .containsEntry("MR", 10L)
                .containsEntry("NV", 2L);
        assertThat(made(List.of(16, 4, 6, 1024, 96, 64, 0, 0, 0, 0, 1, 0)))
                .containsEntry("NV", 6L)
                .containsEntry("KC", 512L);
    }

    @Test
    void no_shape_is_both_trained_on_and_tested_on() {
        Map<String, String> parameters = TaskReader.read(FOLDER, Map.of()).parameters();
        List<String> shapes =
                Stream.of("training", "validation", "test")
                        .map(split -> parameters.getOrDefault(split, ""))
                        .flatMap(entries -> Arrays.stream(entries.split("\\s+", -1)))
                        .map(entry -> entry.substring(entry.indexOf('=') + 1))
                        .toList();

        assertThat(shapes).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    }
}

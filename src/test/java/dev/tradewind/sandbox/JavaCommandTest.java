package dev.tradewind.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.util.List;

final class JavaCommandTest {

    private static final Child CHILD =
            new Child(
                    Misbehaviour.class,
                    new byte[0],
                    Bytes.mebi(96),
                    Bytes.mebi(400),
                    Bytes.kibi(1),
                    List.of("-XX:CompileThresholdScaling=0.05"));

    @Test
    void every_kind_of_memory_is_bounded() {
        assertThat(JavaCommand.of(CHILD))
                .contains(
                        "-Xmx96m",
                        "-XX:MaxMetaspaceSize=64m",
                        "-XX:MaxDirectMemorySize=8m",
                        "-XX:ReservedCodeCacheSize=48m");
    }

    @Test
    void further_options_come_last_and_so_win() {
        List<String> command = JavaCommand.of(CHILD);
        assertThat(command.indexOf("-XX:CompileThresholdScaling=0.05"))
                .isGreaterThan(command.indexOf("-Xmx96m"))
                .isLessThan(command.indexOf("-cp"));
    }

    @Test
    void the_class_path_holds_our_classes_and_the_services_and_no_library() {
        List<String> command = JavaCommand.of(CHILD);
        String classPath = command.get(command.indexOf("-cp") + 1);
        assertThat(classPath.split(":")).hasSizeLessThanOrEqualTo(2);
        assertThat(JavaCommand.reads(CHILD)).allMatch(Files::exists);
    }

    @Test
    void a_cache_that_is_not_there_is_left_out() {
        assertThat(JavaCommand.of(CHILD)).noneMatch(option -> option.startsWith("-XX:AOTCache"));
    }
}

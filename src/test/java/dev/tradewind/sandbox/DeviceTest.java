package dev.tradewind.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Which files of a device are shown, and what is said where there are none.
final class DeviceTest {

    @TempDir private Path folder;

    private void file(String name) throws IOException {
        Files.createFile(folder.resolve(name));
    }

    @Test
    void only_files_of_the_device_are_shown() throws IOException {
        for (String name :
                List.of("sda", "nvidia0", "nvidiactl", "nvidia-uvm", "nvidia-modeset", "kvm")) {
            file(name);
        }
        assertThat(Device.NVIDIA.nodes(folder))
                .extracting(node -> "" + node.getFileName())
                .containsExactly("nvidia-uvm", "nvidia0", "nvidiactl");
    }

    @Test
    void what_is_missing_is_named_with_what_may_help() throws IOException {
        file("nvidiactl");
        assertThat(Device.NVIDIA.missing(folder))
                .contains("NVIDIA", folder + "/nvidia-uvm", "Maybe its driver", "--gpus all")
                .doesNotContain("no " + folder + "/nvidiactl");
    }

    @Test
    void nothing_is_said_of_a_device_that_is_there() throws IOException {
        file("nvidiactl");
        file("nvidia-uvm");
        assertThat(Device.NVIDIA.missing(folder)).isEmpty();
    }

    @Test
    void other_names_are_refused() {
        assertThat(Device.of("nvidia")).isEqualTo(Device.NVIDIA);
        assertThatThrownBy(() -> Device.of("sda"))
                .hasMessage("is no device. Only nvidia can be opened.");
    }

    @Test
    void commands_are_let_at_a_device_only_where_they_ask_for_it() {
        CommandLimits limits =
                new CommandLimits(
                        Deadline.ofCpu(Duration.ofSeconds(1)),
                        Bytes.mebi(64),
                        Bytes.kibi(1),
                        Bytes.mebi(1),
                        8);
        List<String> words = List.of("true");
        var plain = new SandboxedCommand(words, "/", List.of(), List.of(), limits);
        var asking =
                new SandboxedCommand(
                        words, "/", List.of(), List.of(), limits, Set.of(Device.NVIDIA));
        Enclosure enclosure = new Enclosure(Path.of(""), ControlGroup.NONE, folder, 1);
        assertThat(enclosure.line(Isolation.BUBBLEWRAP, plain)).doesNotContain("--dev-bind");
        assertThat(
                        enclosure.line(Isolation.BUBBLEWRAP, asking).stream()
                                .filter("--dev-bind"::equals)
                                .count())
                .isEqualTo(Device.NVIDIA.nodes().size());
    }
}

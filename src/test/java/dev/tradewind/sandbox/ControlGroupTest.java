package dev.tradewind.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class ControlGroupTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0::/user.slice/run-7.scope           | 0::     | user.slice/run-7.scope
                    0::/                                 | 0::     | ''
                    11:pids:/docker/5f                   | pids    | docker/5f
                    4:cpu,cpuacct:/batch                 | cpuacct | batch
                    4:cpu,cpuacct:/batch                 | memory  | ''
                    1:name=systemd:/a:b                  | 0::     | ''
                    """)
    void the_kernel_tells_the_own_group_of_each_tree(String line, String tree, String own) {
        assertThat(ControlGroup.own(List.of("7:devices:/x", line), tree)).isEqualTo(own);
    }

    @Test
    void a_group_that_cannot_be_joined_is_none() throws IOException {
        Files.createFile(folder.resolve("cgroup.controllers"));
        ControlGroup group = ControlGroup.make(folder, "tradewind-test");
        assertThat(group.doors()).isEmpty();
        assertThat(group.boundsMemory()).isFalse();
        assertThat(group.cpu()).isZero();
    }

    @Test
    void the_second_version_is_bounded_and_read() throws IOException {
        ControlGroup group = new ControlGroup(List.of(folder), "cgroup.procs");
        Files.writeString(folder.resolve("memory.max"), "max\n");
        Files.writeString(folder.resolve("pids.max"), "max\n");
        Files.writeString(folder.resolve("cpu.stat"), "user_usec 1\nusage_usec 1500\n");
        Files.writeString(folder.resolve("memory.events"), "oom 3\noom_kill 2\n");
        group.limit(Bytes.mebi(64), 9);
        assertThat(folder.resolve("memory.max")).hasContent("67108864");
        assertThat(folder.resolve("pids.max")).hasContent("9");
        assertThat(group.cpu()).isEqualTo(1_500_000);
        assertThat(group.killedForMemory()).isEqualTo(2);
    }

    @Test
    void the_first_version_is_bounded_and_read() throws IOException {
        ControlGroup group = new ControlGroup(List.of(folder), "tasks");
        Files.writeString(folder.resolve("memory.limit_in_bytes"), "0");
        Files.writeString(folder.resolve("cpuacct.usage"), "1234\n");
        Files.writeString(folder.resolve("memory.oom_control"), "under_oom 0\noom_kill 1\n");
        group.limit(Bytes.mebi(1), 9);
        assertThat(folder.resolve("memory.limit_in_bytes")).hasContent("1048576");
        assertThat(group.boundsProcesses()).isFalse();
        assertThat(group.cpu()).isEqualTo(1_234);
        assertThat(group.killedForMemory()).isEqualTo(1);
    }
}

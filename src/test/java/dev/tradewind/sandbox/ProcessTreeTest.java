package dev.tradewind.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

final class ProcessTreeTest {

    @Test
    void memory_that_processes_share_counts_once() throws IOException {
        List<Process> alike = new ArrayList<>();
        try {
            for (int count = 0; count < 4; count++) {
                Process started = new ProcessBuilder("sh", "-c", "echo up; read line").start();
                alike.add(started);
                assertThat(started.getInputStream().read()).isEqualTo('u');
            }
            ProcessTree tree = new ProcessTree(alike.stream().map(Process::toHandle).toList());
            assertThat(tree.proportional().count()).isPositive();
            assertThat(tree.proportional().count()).isLessThan(tree.resident().count());
        } finally {
            alike.forEach(Process::destroyForcibly);
        }
    }

    @Test
    void a_process_that_has_ended_uses_nothing() throws IOException, InterruptedException {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        ProcessTree tree = new ProcessTree(List.of(ended.toHandle()));
        assertThat(tree.resident().count()).isZero();
        assertThat(tree.proportional().count()).isZero();
    }
}

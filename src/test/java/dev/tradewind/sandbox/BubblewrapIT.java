package dev.tradewind.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

final class BubblewrapIT extends SandboxContract {

    BubblewrapIT() {
        super(Isolation.BUBBLEWRAP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "/proc/1/environ/../../../etc/hosts", "/usr/bin/env"})
    void files_of_the_machine_are_not_there(String file) {
        assertThat(said("read " + file)).isEqualTo("refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mark", "/tmp/mark", "/dev/mark", "/dev/shm/mark", "/usr/lib/mark"})
    void there_is_nothing_to_write_to(String file) {
        assertThat(said("write " + file)).isEqualTo("refused");
    }

    @Test
    void there_is_no_network() throws IOException {
        assertThat(connecting()).isEqualTo("refused");
    }

    @Test
    void no_other_process_is_seen() {
        assertThat(said("processes")).isEqualTo("1");
    }

    @Test
    void there_is_no_program_to_start() {
        assertThat(ask("fork", Pools.AMPLE)).isInstanceOf(Ending.Crashed.class);
    }
}

package dev.tradewind.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;

final class NamespacesIT extends SandboxContract {

    NamespacesIT() {
        super(Isolation.NAMESPACES);
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
    void a_process_it_started_dies_with_the_child() {
        assertThat(ask("fork", Pools.AMPLE)).isInstanceOf(Ending.Crashed.class);
    }
}

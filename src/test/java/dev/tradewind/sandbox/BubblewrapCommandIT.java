package dev.tradewind.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BubblewrapCommandIT extends CommandContract {

    BubblewrapCommandIT() {
        super(Isolation.BUBBLEWRAP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unshare -U true",
                "unshare -m true",
                "chroot / true",
                "python3 -c 'import socket; socket.socket(socket.AF_UNIX)'",
                "python3 -c 'import socket; socket.create_connection((\"127.0.0.1\", 80))'",
                "python3 -c 'import fcntl; fcntl.ioctl(0, 0x5412, b\"x\")'",
                "python3 -c 'import time; time.clock_settime(0, 0)'"
            })
    void system_calls_no_candidate_needs_are_refused(String script) {
        CommandEnding ending = run(script);
        assertThat(ending.well()).isFalse();
        assertThat(ending.complaints()).containsIgnoringCase("not permitted");
    }
}

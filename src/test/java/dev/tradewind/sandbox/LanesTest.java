package dev.tradewind.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

final class LanesTest {

    private final Lanes<String> lanes = new Lanes<>(1);

    @Test
    void a_spare_takes_over_at_once() {
        lanes.arrived("first");
        lanes.arrived("spare");
        assertThat(lanes.take()).isEqualTo("first");
        lanes.lost(System.nanoTime());
        assertThat(lanes.take()).isEqualTo("spare");
        assertThat(lanes.gaps()).hasSize(1);
    }

    @Test
    void without_a_spare_the_next_to_arrive_takes_over()
            throws InterruptedException, ExecutionException {
        lanes.arrived("first");
        lanes.take();
        lanes.lost(System.nanoTime());
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> waiting = callers.submit(lanes::take);
            lanes.arrived("second");
            assertThat(waiting.get()).isEqualTo("second");
        }
        assertThat(lanes.gaps()).hasSize(1);
    }

    @Test
    void a_spare_does_not_work_while_the_lane_has_its_worker() {
        lanes.arrived("first");
        lanes.arrived("spare");
        for (int request = 0; request < 3; request++) {
            String worker = lanes.take();
            assertThat(worker).isEqualTo("first");
            lanes.giveBack(worker);
        }
    }

    @Test
    void the_first_start_and_a_retirement_are_no_gaps() {
        lanes.arrived("first");
        lanes.take();
        lanes.retired();
        lanes.arrived("second");
        assertThat(lanes.take()).isEqualTo("second");
        assertThat(lanes.gaps()).isEmpty();
    }

    @Test
    void stopping_sends_everyone_away_for_the_first_reason() {
        lanes.arrived("first");
        lanes.stop("no more children");
        lanes.stop("closed");
        assertThatExceptionOfType(SandboxException.class)
                .isThrownBy(lanes::take)
                .withMessage("no more children");
    }
}

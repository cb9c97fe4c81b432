package dev.tradewind.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

final class IsolationProbeIT {

    @Test
    void the_strongest_that_works_is_chosen_and_the_others_are_told_why_not() {
        List<IsolationProbe.Rung> all = IsolationProbe.tryAll();
        IsolationProbe probe = IsolationProbe.probe();
        assertThat(all)
                .filteredOn(IsolationProbe.Rung::works)
                .first()
                .extracting(IsolationProbe.Rung::isolation)
                .isEqualTo(probe.chosen());
        assertThat(all)
                .filteredOn(rung -> !rung.works())
                .allSatisfy(rung -> assertThat(rung.reason()).isNotBlank());
        assertThat(probe.describe().lines()).hasSameSizeAs(probe.rungs());
    }

    @Test
    void a_separate_process_can_always_be_demanded() {
        assertThat(IsolationProbe.demand(Isolation.PROCESS).chosen()).isEqualTo(Isolation.PROCESS);
    }

    @Test
    void what_does_not_run_says_why_in_one_line() {
        Trial trial = Trial.of(List.of("/no/such/program"));
        assertThat(trial.works()).isFalse();
        assertThat(trial.reason()).contains("/no/such/program").doesNotContain("\n");
    }
}

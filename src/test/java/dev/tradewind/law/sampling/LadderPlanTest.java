package dev.tradewind.law.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.law.sampling.LadderPlan.Priced;

import org.junit.jupiter.api.Test;

import java.util.List;

final class LadderPlanTest {

    private static final PriorLaw PRIOR = PriorLaw.published();

    private static LadderPlan plan(double evaluation) {
        return new LadderPlan(
                List.of(
                        new Priced("small", 1, 1, evaluation),
                        new Priced("middle", 8, 8, evaluation),
                        new Priced("large", 70, 70, evaluation)),
                PRIOR,
                0);
    }

    @Test
    void the_published_families_agree_on_the_order_of_their_laws() {
        assertThat(PRIOR.kin())
                .hasSizeGreaterThan(12)
                .noneMatch(kin -> kin.name().contains("Inst"));
        assertThat(PRIOR.centre().g()).isBetween(0.15, 0.5);
        assertThat(PRIOR.quantile(SuccessLaw::g, 0.1)).isLessThan(PRIOR.centre().g());
        assertThat(PRIOR.quantile(SuccessLaw::g, 0.9)).isGreaterThan(PRIOR.centre().g());
    }

    @Test
    void the_dearer_an_evaluation_the_larger_the_rung() {
        assertThat(plan(0).best()).isEqualTo("small");
        assertThat(plan(20).best()).isEqualTo("middle");
        assertThat(plan(1_000).best()).isEqualTo("large");
    }

    @Test
    void regret_and_saving_have_bands_around_the_middle() {
        Estimate regret = plan(20).regret("middle");
        assertThat(regret.value()).isZero();
        assertThat(regret.high()).isGreaterThanOrEqualTo(0);
        Estimate saving = plan(20).savingAgainstLargest();
        assertThat(saving.value()).isBetween(0.1, 0.9);
        assertThat(saving.low()).isLessThanOrEqualTo(saving.value());
        assertThat(plan(1_000).savingAgainstLargest().value()).isZero();
    }

    @Test
    void shares_add_up_and_nobody_is_left_out() {
        var shares = plan(20).mixture(List.of("breeding"));
        assertThat(shares.keySet()).containsExactly("small", "middle", "large", "breeding");
        assertThat(shares.values().stream().mapToDouble(share -> share).sum())
                .isCloseTo(1, within(1e-12));
        assertThat(shares).containsEntry("large", 0.05).containsEntry("breeding", 0.02);
        assertThat(plan(1_000).mixture(List.of()).get("large")).isCloseTo(0.96, within(1e-12));
    }

    @Test
    void a_law_of_ones_own_keeps_the_spread() {
        SuccessLaw law = new SuccessLaw(2, 3, 0.4);
        PriorLaw own = PRIOR.centredOn(law);
        assertThat(own.centre()).isEqualTo(law);
        assertThat(own.quantile(SuccessLaw::g, 0.9) / law.g())
                .isCloseTo(PRIOR.quantile(SuccessLaw::g, 0.9) / PRIOR.centre().g(), within(1e-9));
    }

    @Test
    void one_rung_is_all_there_is() {
        LadderPlan one = new LadderPlan(List.of(new Priced("only", 8, 1, 1)), PRIOR, 0);
        assertThat(one.best()).isEqualTo("only");
        assertThat(one.mixture(List.of())).containsOnlyKeys("only").containsEntry("only", 1.0);
        assertThat(one.savingAgainstLargest()).isEqualTo(new Estimate(0, 0, 0));
    }
}

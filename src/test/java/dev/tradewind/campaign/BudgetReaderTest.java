package dev.tradewind.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Limit;
import dev.tradewind.budget.Usd;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.Duration;

final class BudgetReaderTest {

    @Test
    void every_kind_of_limit_is_read_as_people_write_it() {
        assertThat(BudgetReader.parse("60 s")).isEqualTo(wall(Duration.ofSeconds(60)));
        assertThat(BudgetReader.parse("60s")).isEqualTo(wall(Duration.ofSeconds(60)));
        assertThat(BudgetReader.parse(" 2 min ")).isEqualTo(wall(Duration.ofMinutes(2)));
        assertThat(BudgetReader.parse("0.5 h")).isEqualTo(wall(Duration.ofMinutes(30)));
        assertThat(BudgetReader.parse("30 CPU s"))
                .isEqualTo(Budget.of(new Limit.Cpu(Duration.ofSeconds(30))));
        assertThat(BudgetReader.parse("1000 evaluations")).isEqualTo(Budget.evaluations(1_000));
        assertThat(BudgetReader.parse("1 evaluation")).isEqualTo(Budget.evaluations(1));
        assertThat(BudgetReader.parse("10_000 evaluations")).isEqualTo(Budget.evaluations(10_000));
        assertThat(BudgetReader.parse("2.5 M tokens"))
                .isEqualTo(Budget.of(new Limit.Tokens(2_500_000)));
        assertThat(BudgetReader.parse("5 USD"))
                .isEqualTo(Budget.of(new Limit.Money(new Usd(new BigDecimal(5)))));
    }

    @Test
    void several_limits_stand_together() {
        assertThat(BudgetReader.parse("60 s, 1 k evaluations"))
                .isEqualTo(wall(Duration.ofSeconds(60)).and(new Limit.Evaluations(1_000)));
    }

    private static Budget wall(Duration time) {
        return Budget.of(new Limit.Wall(time));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | \"5\" has no unit. Allowed: 5 s, 5 min, 5 h, 5 evaluations, 5 CPU s, 5 CPU"
                        + " min, 5 CPU h, 5 USD, 5 tokens. Maybe you meant \"5 s\".",
                "5 usd | \"5 usd\" has an unknown unit. Allowed: 5 s, 5 min, 5 h, 5 evaluations, 5"
                        + " CPU s, 5 CPU min, 5 CPU h, 5 USD, 5 tokens. Maybe you meant \"5 USD\".",
                "9 evalutions | Maybe you meant \"9 evaluations\".",
                "60 s; 5 USD | \"60 s; 5 USD\" has an unknown unit.",
                "60 s, | \"\" is no amount with a unit, such as \"60 s\".",
                "lots | \"lots\" is no amount with a unit",
                "-1 s | \"-1 s\" is no amount with a unit",
                "0 s | \"0 s\" allows nothing. A limit is more than 0.",
                "0.0001 s | \"0.0001 s\" is not a whole number of ms, or too large.",
                "1.5 evaluations | \"1.5 evaluations\" is not a whole number of evaluations",
                "99999999999999999999 tokens | or too large."
            })
    void what_is_wrong_is_told_with_the_likely_fix(String text, String told) {
        assertThatThrownBy(() -> BudgetReader.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told);
    }

    @Property(tries = 100)
    void a_budget_as_printed_is_read_as_the_same(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long amount) {
        Budget budget =
                Budget.of(
                        new Limit.Evaluations(amount),
                        new Limit.Wall(Duration.ofMillis(amount)),
                        new Limit.Cpu(Duration.ofMillis(amount)),
                        new Limit.Tokens(amount),
                        new Limit.Money(new Usd(BigDecimal.valueOf(amount, 3))));
        assertThat(BudgetReader.parse(budget.toString())).isEqualTo(budget);
    }
}

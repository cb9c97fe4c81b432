package dev.tradewind.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

final class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "3.284, %, 3.28",
        "0.005, %, 0.01",
        "0, %, 0.00",
        "2.63586, 1, 2.636",
        "0, 1, 0",
        "207.45, bins, 207.5",
        "123456, bins, 123456",
        "-0.00012345, 1, -0.0001235",
        "1.2345e-9, 1, 1.235E-9",
        "1.2345e300, 1, 1.235E+300",
        "5, 1, 5"
    })
    void values_show_the_digits_that_mean_something(double value, String unit, String text) {
        assertThat(Figures.value(value, unit)).isEqualTo(text);
    }

    @Test
    void a_plain_number_has_no_unit() {
        assertThat(Figures.withUnit(2, "1")).isEqualTo("2");
        assertThat(Figures.withUnit(2, "bins")).isEqualTo("2 bins");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void what_is_no_number_is_written_as_none(double value) {
        assertThat(Figures.value(value, "%")).isEqualTo(Figures.NONE);
        assertThat(Figures.withUnit(value, "%")).isEqualTo(Figures.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "5.00, 5",
        "1.84, 1.84",
        "0.0123, 0.0123",
        "0.000012345, 0.00001235",
        "12.3456, 12.35",
        "123456.7, 123457"
    })
    void money_has_four_digits_and_no_cent_less(BigDecimal dollars, String text) {
        assertThat(Figures.money(dollars)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "950, 950",
        "999, 999",
        "1000, 1 k",
        "12345, 12.3 k",
        "210000, 210 k",
        "999999, 1 M",
        "2000000, 2 M",
        "7654321000, 7.65 G",
        "7654321000000, 7650 G"
    })
    void tokens_are_told_with_three_digits(long tokens, String text) {
        assertThat(Figures.tokens(tokens)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "99, 99 s", "100, 2 min", "840, 14 min", "7500, 2 h 05 min", "-3, 0 s"})
    void times_are_told_roughly(long seconds, String text) {
        assertThat(Figures.time(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @Test
    void changes_carry_their_sign() {
        assertThat(Figures.change(0.0021, "1")).isEqualTo("+0.0021");
        assertThat(Figures.change(-0.31, "%")).isEqualTo("-0.31");
    }

    @Test
    void tables_align_numbers_right_and_words_left() {
        Table table =
                new Table(
                        List.of("name", "value", "note"),
                        List.of(List.of("a", "1.5", "x"), List.of("long name", "-", "")));
        assertThat(table.text())
                .containsExactly(
                        "name       value  note", "a            1.5  x", "long name      -");
    }

    @Test
    void markdown_cells_cannot_break_out() {
        Table table = new Table(List.of("a"), List.of(List.of("x|y\nz")));
        assertThat(table.markdown()).isEqualTo("| a      |\n| ------ |\n| x\\|y z |\n");
    }
}

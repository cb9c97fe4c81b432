package dev.tradewind.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

final class TableTest {

    private static final Table WIDE =
            new Table(
                    List.of("program", "first", "second"),
                    List.of(List.of("best", "1.5", "20"), List.of("other", "3", "-")));

    @Test
    void a_transposed_table_has_a_row_for_each_column() {
        assertThat(WIDE.transposed().text())
                .containsExactly(
                        "program  best  other", "first     1.5      3", "second     20      -");
    }

    @Test
    void transposing_twice_changes_nothing() {
        assertThat(WIDE.transposed().transposed()).isEqualTo(WIDE);
    }
}

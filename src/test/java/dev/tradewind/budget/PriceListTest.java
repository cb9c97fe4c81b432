package dev.tradewind.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;

final class PriceListTest {

    private static final Usage USAGE = new Usage(1_000, 400, 50, 10);

    private static Usd usd(String amount) {
        return new Usd(new BigDecimal(amount));
    }

    @Test
    void each_kind_of_token_has_its_price_and_reasoning_is_output() {
        PriceList list = new PriceList.PerMillionTokens(usd("0.25"), usd("0.05"), usd("1"));
        assertThat(list.of(USAGE, Duration.ZERO))
                .isEqualTo(usd("0.00015").plus(usd("0.00002")).plus(usd("0.00005")));
    }

    @Test
    void an_hour_is_paid_to_the_millisecond() {
        PriceList list = new PriceList.PerHour(usd("3.6"));
        assertThat(list.of(USAGE, Duration.ofMillis(1_500))).isEqualTo(usd("0.0015"));
    }

    @Test
    void free_is_free() {
        assertThat(new PriceList.Free().of(USAGE, Duration.ofHours(9))).isEqualTo(Usd.ZERO);
    }

    @Test
    void two_operations_for_each_parameter_and_token_that_was_not_cached() {
        assertThat(new ModelSize.Active(8e9).flops(USAGE)).isEqualTo(2 * 8e9 * (600 + 50));
        assertThat(new ModelSize.Unknown().flops(USAGE)).isZero();
    }

    @Test
    void a_size_reads_as_people_write_it() {
        assertThat(new ModelSize.Active(7.6e9)).hasToString("7.6 B");
        assertThat(new ModelSize.Active(1e12)).hasToString("1000 B");
        assertThat(new ModelSize.Unknown()).hasToString("unknown");
    }

    @Test
    void more_cannot_be_cached_than_was_read() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Usage(10, 11, 0, 0))
                .withMessageContaining("11 cached of 10 read");
    }
}

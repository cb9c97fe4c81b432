package dev.tradewind.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Streams written by hand, byte by byte, as their description says.
class QuantizerStreamTest {

    /// L = 4, k = 2, V = 1, a ring, one block; a table of the sixteen bytes 0 to 15, gain 0.5.
    private static byte[] ring(byte... first) {
        ByteBuffer out = ByteBuffer.allocate(16 + 16 + 64).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {'T', 'W', 'Q', '1', 4, 2, 1, 1, 0, 4, 0, 4}).putFloat(0.5f);
        for (byte entry = 0; entry < 16; entry++) {
            out.put(entry);
        }
        out.put(first);
        return out.array();
    }

    @Test
    void a_state_is_a_window_of_bits_the_first_of_them_the_lowest() throws IOException {
        float[] weights = QuantizerTask.decoded(ring((byte) 0b11_01_10_01), 256);

        assertThat(Arrays.copyOf(weights, 5))
                .containsExactly(0.5f * 0b10_01, 0.5f * 0b01_10, 0.5f * 0b11_01, 0.5f * 0b00_11, 0);
    }

    @Test
    void the_last_state_of_a_ring_goes_on_with_the_first_bits() throws IOException {
        float[] weights = QuantizerTask.decoded(ring((byte) 0b11), 256);

        assertThat(weights[255]).isEqualTo(0.5f * 0b11_00);
    }

    @Test
    void a_scale_in_half_precision_goes_before_a_block() throws IOException {
        byte[] scaled = Arrays.copyOf(ring(), 16 + 16 + 66);
        scaled[7] = 3;
        ByteBuffer.wrap(scaled)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(32, Float.floatToFloat16(4))
                .put(34, (byte) 1);

        assertThat(QuantizerTask.decoded(scaled, 256)[0]).isEqualTo(0.5f * 4);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 88, TWQ1",
        "4, 17, L is 1 to 16",
        "5, 5, k is 1 to 8",
        "6, 3, 'V is 1, 2 or 4'",
        "7, 8, unknown flags",
        "8, 7, a rotation is 0 or 8 to 12",
        "9, 9, no output 9",
        "10, 1, no operation",
        "11, 17, q is 0 to 16",
        "15, 127, the gain is NaN"
    })
    void a_spoilt_head_is_refused_with_what_is_allowed(int at, byte value, String why) {
        byte[] spoilt = ring();
        spoilt[at] = value;
        if (at == 15) {
            spoilt[14] = (byte) 0xff;
        }

        assertThatThrownBy(() -> QuantizerTask.decoded(spoilt, 256))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
    }

    @Test
    void a_stream_of_any_other_length_is_refused() {
        assertThatThrownBy(() -> QuantizerTask.decoded(ring(), 512))
                .hasMessage("64 bytes of records, 512 weights take 128");
        assertThatThrownBy(() -> QuantizerTask.decoded(new byte[7], 256))
                .hasMessageContaining("16 bytes of head");
        assertThatThrownBy(() -> QuantizerTask.decoded(Arrays.copyOf(ring(), 20), 256))
                .hasMessageContaining("cut off");
    }
}

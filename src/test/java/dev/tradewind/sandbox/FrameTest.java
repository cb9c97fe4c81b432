package dev.tradewind.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

final class FrameTest {

    private static final Bytes LIMIT = Bytes.kibi(64);

    @Property(tries = 100)
    void what_is_written_is_read(@ForAll long nonce, @ForAll byte[] payload) throws IOException {
        Frame read = read(written(new Frame(nonce, payload)));
        assertThat(read.nonce()).isEqualTo(nonce);
        assertThat(read.payload()).isEqualTo(payload);
    }

    @Property(tries = 100)
    void a_frame_cut_short_is_an_end(@ForAll long nonce, @ForAll byte[] payload)
            throws IOException {
        byte[] whole = written(new Frame(nonce, payload));
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, (64 << 10) + 1})
    void a_length_beyond_the_limit_is_refused_before_it_is_read(int length) {
        byte[] header = ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
        assertThatExceptionOfType(Frame.Broken.class)
                .isThrownBy(() -> read(header))
                .withMessageContaining(Integer.toUnsignedString(length))
                .withMessageContaining("at most 65536");
    }

    private static byte[] written(Frame frame) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        frame.write(stream);
        return stream.toByteArray();
    }

    private static Frame read(byte[] bytes) throws IOException {
        return Frame.read(new DataInputStream(new ByteArrayInputStream(bytes)), LIMIT);
    }
}

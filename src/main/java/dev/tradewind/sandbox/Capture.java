package dev.tradewind.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// Reads a stream to its end on a thread of its own and keeps what fits.
final class Capture {

    private static final int CHUNK = 64 << 10;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final long limit;
    private final Thread reader;
    private volatile boolean overflown;

    private Capture(InputStream stream, Bytes limit) {
        this.limit = limit.count();
        reader = Thread.ofPlatform().daemon().name("sandbox output").unstarted(() -> read(stream));
    }

    static Capture of(InputStream stream, Bytes limit) {
        Capture capture = new Capture(stream, limit);
        capture.reader.start();
        return capture;
    }

    /// Whether more came than fits. Nothing is read from then on.
    boolean overflown() {
        return overflown;
    }

    /// What came so far. Waits a moment for the stream's end.
    byte[] bytes(Duration patience) throws InterruptedException {
        reader.join(patience);
        synchronized (kept) {
            return kept.toByteArray();
        }
    }

    private void read(InputStream stream) {
        byte[] buffer = new byte[CHUNK];
        try (stream) {
            int count = stream.read(buffer);
            while (count >= 0 && !overflown) {
                keep(buffer, count);
                count = stream.read(buffer);
            }
        } catch (IOException _) {
            // The other end is gone, which is an end like any other.
        }
    }

    private void keep(byte[] buffer, int count) {
        synchronized (kept) {
            int fits = (int) Math.min(count, limit - kept.size());
            kept.write(buffer, 0, fits);
            overflown = fits < count;
        }
    }
}

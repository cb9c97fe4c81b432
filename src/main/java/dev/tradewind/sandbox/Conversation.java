package dev.tradewind.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A sandboxed command that answers lines with lines, one at a time. Safe for any number of
/// threads.
public final class Conversation implements AutoCloseable {

    private static final byte[] END = {};
    private static final int CHUNK = 64 << 10;

    private final Process process;
    private final Tail complaints;
    private final Bytes longest;
    private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>(2);

    Conversation(Process process, Bytes longest) {
        this.process = process;
        this.complaints = Tail.of(process.getErrorStream());
        this.longest = longest;
        Thread.ofPlatform().daemon().name("sandbox conversation").start(this::listen);
    }

    /// No answer came; the command has ended or been ended.
    public static final class Ended extends Exception {

        private static final long serialVersionUID = 1L;

        Ended(String message) {
            super(message);
        }
    }

    /// Sends a line and waits for the one that answers it.
    ///
    /// @param line without its end
    /// @throws Ended when the command ends, takes longer than it may, or says too much
    public synchronized byte[] ask(byte[] line, Duration patience) throws Ended {
        try {
            send(line);
            byte[] answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (answer == null) {
                throw ended("no answer within %d s".formatted(patience.toSeconds()));
            }
            if (isEnd(answer)) {
                throw ended("it ended");
            }
            return answer;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Ended("interrupted while waiting for an answer");
        }
    }

    /// What cannot be sent is seen by the missing answer.
    private void send(byte[] line) {
        try {
            OutputStream stream = process.getOutputStream();
            stream.write(line);
            stream.write('\n');
            stream.flush();
        } catch (IOException _) {
            answers.offer(END);
        }
    }

    /// No command can write it: a line that is empty is another array.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isEnd(byte[] answer) {
        return answer == END;
    }

    private Ended ended(String why) throws InterruptedException {
        CommandRun.kill(process);
        return new Ended((why + ": " + complaints.text()).strip());
    }

    private void listen() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] buffer = new byte[CHUNK];
        try (InputStream stream = process.getInputStream()) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                take(buffer, count, line);
            }
            answers.put(END);
        } catch (IOException _) {
            answers.offer(END);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(byte[] buffer, int count, ByteArrayOutputStream line)
            throws IOException, InterruptedException {
        for (int at = 0; at < count; at++) {
            if (buffer[at] == '\n') {
                answers.put(line.toByteArray());
                line.reset();
            } else if (line.size() < longest.count()) {
                line.write(buffer[at]);
            } else {
                throw new IOException("a line of more than " + longest);
            }
        }
    }

    @Override
    public void close() {
        try {
            CommandRun.kill(process);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

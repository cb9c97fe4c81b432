package dev.tradewind.sandbox;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The child's side of the pipe: greets the [Service] named by its argument, then answers request
/// after request until its input ends.
///
/// Two threads take turns: while one answers, the other already waits for input. So the end of the
/// input, which is also the death of the parent, ends this process even when the candidate loops.
final class ServiceMain {

    private static final int FAILED = 70;

    private final Object reading = new Object();
    private final Object answering = new Object();
    private final DataInputStream requests;
    private final OutputStream answers;
    private final PrintStream complaints;
    private final Service service;

    private ServiceMain(OutputStream answers, PrintStream complaints, Service service) {
        this.requests =
                new DataInputStream(
                        new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        this.answers = answers;
        this.complaints = complaints;
        this.service = service;
    }

    public static void main(String[] arguments) throws Exception {
        OutputStream answers = new FileOutputStream(FileDescriptor.out);
        PrintStream complaints = System.err;
        silence();
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> leave(complaints, e.toString()));
        ServiceMain self = new ServiceMain(answers, complaints, service(arguments[0]));
        self.greet();
        // From here on an exception may be a candidate's: of such a thing only its class is safe.
        Thread.setDefaultUncaughtExceptionHandler(
                (_, e) -> leave(complaints, e.getClass().getName()));
        Thread.ofPlatform().name("service 2").start(self::serve);
        self.serve();
    }

    /// Candidates print into nothing and read nothing: the real streams are the protocol's.
    private static void silence() {
        System.setIn(InputStream.nullInputStream());
        PrintStream nothing =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nothing);
        System.setErr(nothing);
    }

    private static Service service(String name) throws ReflectiveOperationException {
        return Class.forName(name).asSubclass(Service.class).getConstructor().newInstance();
    }

    private static void leave(PrintStream complaints, String reason) {
        complaints.println(reason);
        complaints.flush();
        Runtime.getRuntime().halt(FAILED);
    }

    private void greet() throws Exception {
        Frame greeting = next();
        service.greet(greeting.payload());
        new Frame(greeting.nonce(), new byte[0]).write(answers);
    }

    private void serve() {
        while (true) {
            Frame request;
            synchronized (reading) {
                request = next();
            }
            synchronized (answering) {
                answer(request);
            }
        }
    }

    private void answer(Frame request) {
        try {
            Frame answer = new Frame(request.nonce(), service.answer(request.payload()));
            (service.worn() ? answer.worn() : answer).write(answers);
        } catch (Exception e) {
            leave(complaints, e.getClass().getName());
        }
    }

    private Frame next() {
        try {
            return Frame.read(requests, Frame.LARGEST_REQUEST);
        } catch (EOFException _) {
            Runtime.getRuntime().halt(0);
            throw new IllegalStateException("unreachable: the process has ended");
        } catch (IOException e) {
            throw new IllegalStateException("the parent does not keep to the protocol", e);
        }
    }
}

package dev.tradewind.bench.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A loopback provider in a JVM of its own, so that its work is not taken for the engine's. It has
/// one model, whose answers all hold a program that compiles.
public final class LoopbackProcess implements AutoCloseable {

    /// Its only model.
    public static final LoopbackModel MODEL =
            new LoopbackModel(
                    "sound", 1, 0, LoopbackModel.SMALL.size(), LoopbackModel.SMALL.price());

    private final Process process;
    private final URI address;

    private LoopbackProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /// One that answers from now on. It ends when it is closed, and with this JVM.
    ///
    /// @param latency of every answer
    /// @throws IOException when it does not start
    public static LoopbackProcess start(Duration latency) throws IOException {
        Process process =
                new ProcessBuilder(command(latency))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader said = process.inputReader(UTF_8);
        String address = said.readLine();
        if (address == null) {
            throw new IOException("the loopback provider does not start");
        }
        return new LoopbackProcess(process, URI.create(address));
    }

    private static List<String> command(Duration latency) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LoopbackProcess.class.getName(),
                latency.toString());
    }

    /// The base of its interface.
    public URI address() {
        return address;
    }

    /// The process it runs in.
    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /// Answers until its input ends.
    ///
    /// @param arguments the latency, such as `PT0.2S`
    public static void main(String[] arguments) throws IOException {
        LoopbackOptions options =
                LoopbackOptions.quick(1)
                        .withModels(List.of(MODEL))
                        .withLatency(new Latency.Fixed(Duration.parse(arguments[0])));
        try (LoopbackProvider provider = LoopbackProvider.start(options);
                OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write((provider.address() + "\n").getBytes(UTF_8));
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}

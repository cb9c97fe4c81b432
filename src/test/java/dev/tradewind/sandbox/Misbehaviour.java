package dev.tradewind.sandbox;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A service that does what its request says, including what no candidate should be able to do.
public final class Misbehaviour implements Service {

    static final String UNKIND = "unkind";

    private static final int LOUD = 4 << 20;

    private String greeting = "";
    private boolean worn;

    @Override
    public void greet(byte[] bytes) {
        greeting = new String(bytes, StandardCharsets.UTF_8);
        if (greeting.equals(UNKIND)) {
            throw new IllegalArgumentException("not with me: " + greeting);
        }
    }

    @Override
    public byte[] answer(byte[] request) throws Exception {
        String[] words = new String(request, StandardCharsets.UTF_8).split(" ", 2);
        return switch (words[0]) {
            case "echo" -> (greeting + words[1]).getBytes(StandardCharsets.UTF_8);
            case "wear" -> wear();
            case "loop" -> loop();
            case "sleep" -> sleep();
            case "exit" -> exit(Integer.parseInt(words[1]));
            case "throw" -> throw new IOException("\u001b[31mred\u001b[0m");
            case "hoard" -> hoard();
            case "print" -> print();
            case "garbage" -> garbage(words[1].getBytes(StandardCharsets.UTF_8));
            case "forge" -> forge();
            case "shout" -> shout();
            case "long" -> new byte[Integer.parseInt(words[1])];
            case "huge" -> garbage(ByteBuffer.allocate(12).putInt(Integer.MAX_VALUE).array());
            case "environment" -> utf8(System.getenv().keySet());
            case "read" -> read(Path.of(words[1]));
            case "write" -> write(Path.of(words[1]));
            case "connect" -> connect(Integer.parseInt(words[1]));
            case "processes" -> utf8(ProcessHandle.allProcesses().count());
            case "fork" -> fork();
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    @Override
    public boolean worn() {
        return worn;
    }

    private byte[] wear() {
        worn = true;
        return utf8(ProcessHandle.current().pid());
    }

    private static byte[] utf8(Object text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] loop() {
        long turns = 0;
        while (turns >= 0) {
            turns = turns + 1 & Long.MAX_VALUE;
        }
        return utf8(turns);
    }

    private static byte[] sleep() throws InterruptedException {
        new CountDownLatch(1).await();
        return new byte[0];
    }

    private static byte[] exit(int status) {
        Runtime.getRuntime().halt(status);
        return new byte[0];
    }

    private static byte[] hoard() {
        List<int[]> kept = new ArrayList<>();
        while (kept.size() < Integer.MAX_VALUE) {
            kept.add(new int[1 << 20]);
        }
        return utf8(kept.size());
    }

    private static byte[] print() {
        System.out.println("a forged score");
        System.err.println("a complaint");
        return utf8("printed");
    }

    private static byte[] garbage(byte[] bytes) throws Exception {
        try (FileOutputStream output = new FileOutputStream(FileDescriptor.out)) {
            output.write(bytes);
            output.flush();
            return sleep();
        }
    }

    private static byte[] forge() throws Exception {
        return garbage(ByteBuffer.allocate(13).putInt(1).putLong(0L).array());
    }

    private static byte[] shout() throws Exception {
        try (FileOutputStream output = new FileOutputStream(FileDescriptor.err)) {
            output.write(new byte[LOUD]);
            output.flush();
            return sleep();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException _) {
            return utf8("refused");
        }
    }

    private static byte[] write(Path file) {
        try {
            return utf8(Files.createFile(file));
        } catch (IOException _) {
            return utf8("refused");
        }
    }

    private static byte[] connect(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return utf8("connected to " + socket.getPort());
        } catch (IOException _) {
            return utf8("refused");
        }
    }

    /// Starts a process that would outlive this one, and leaves.
    private static byte[] fork() throws IOException {
        new ProcessBuilder("/bin/sleep", "1000").inheritIO().start();
        return exit(1);
    }
}

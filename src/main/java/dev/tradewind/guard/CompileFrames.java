package dev.tradewind.guard;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How sources and class files travel between the guard and its compiler. Reading trusts nothing:
/// no length is believed beyond the bytes that are there.
final class CompileFrames {

    private static final byte CLASSES = 1;
    private static final byte BROKEN = 0;

    private CompileFrames() {}

    /// A greeting: the class files candidates are compiled against.
    static byte[] greeting(Map<String, byte[]> contract) {
        Growing out = new Growing();
        write(contract, out);
        return out.toBytes();
    }

    static SortedMap<String, byte[]> readGreeting(byte[] greeting) {
        return readFiles(ByteBuffer.wrap(greeting));
    }

    static byte[] request(List<SortedMap<String, String>> batch) {
        Growing out = new Growing();
        out.count(batch.size());
        for (SortedMap<String, String> sources : batch) {
            SortedMap<String, byte[]> files = new TreeMap<>();
            sources.forEach((path, text) -> files.put(path, utf8(text)));
            write(files, out);
        }
        return out.toBytes();
    }

    static List<SortedMap<String, String>> readRequest(byte[] request) {
        ByteBuffer in = ByteBuffer.wrap(request);
        List<SortedMap<String, String>> batch = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            SortedMap<String, String> sources = new TreeMap<>();
            readFiles(in).forEach((path, text) -> sources.put(path, text(text)));
            batch.add(sources);
        }
        return batch;
    }

    static byte[] answer(List<Compiled> answers) {
        Growing out = new Growing();
        for (Compiled answer : answers) {
            switch (answer) {
                case Compiled.Classes(SortedMap<String, byte[]> files, var _) -> {
                    out.mark(CLASSES);
                    write(files, out);
                }
                case Compiled.Broken(String detail, var _) -> {
                    out.mark(BROKEN);
                    out.block(utf8(detail));
                }
            }
        }
        return out.toBytes();
    }

    /// The answers to a batch.
    ///
    /// @throws BufferUnderflowException when the bytes are no such answer
    static List<Compiled> readAnswer(byte[] answer, int batch) {
        ByteBuffer in = ByteBuffer.wrap(answer);
        List<Compiled> answers = new ArrayList<>();
        while (answers.size() < batch) {
            answers.add(
                    in.get() == CLASSES
                            ? new Compiled.Classes(readFiles(in))
                            : new Compiled.Broken(text(readBlock(in))));
        }
        return answers;
    }

    private static void write(Map<String, byte[]> files, Growing out) {
        out.count(files.size());
        new TreeMap<>(files)
                .forEach(
                        (name, file) -> {
                            out.block(utf8(name));
                            out.block(file);
                        });
    }

    private static SortedMap<String, byte[]> readFiles(ByteBuffer in) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (int left = in.getInt(); left > 0; left--) {
            files.put(text(readBlock(in)), readBlock(in));
        }
        return files;
    }

    private static byte[] readBlock(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] block = new byte[length];
        in.get(block);
        return block;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /// A buffer that is as long as it needs to be.
    private static final class Growing {

        private ByteBuffer bytes = ByteBuffer.allocate(1 << 12);

        void mark(byte mark) {
            room(Byte.BYTES).put(mark);
        }

        void count(int count) {
            room(Integer.BYTES).putInt(count);
        }

        void block(byte[] block) {
            count(block.length);
            room(block.length).put(block);
        }

        byte[] toBytes() {
            byte[] written = new byte[bytes.flip().remaining()];
            bytes.get(written);
            return written;
        }

        private ByteBuffer room(int wanted) {
            if (bytes.remaining() < wanted) {
                int size = Math.max(bytes.capacity() * 2, bytes.position() + wanted);
                bytes = ByteBuffer.allocate(size).put(bytes.flip());
            }
            return bytes;
        }
    }
}

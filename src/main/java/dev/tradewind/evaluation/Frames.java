package dev.tradewind.evaluation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How lists and class files travel between tradewind and its sandboxed processes.
final class Frames {

    private Frames() {}

    /// Writes something into bytes.
    @FunctionalInterface
    interface Writing {
        void to(DataOutput out) throws IOException;
    }

    static byte[] bytes(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    static DataInputStream input(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    static void writeBlock(byte[] block, DataOutput out) throws IOException {
        out.writeInt(block.length);
        out.write(block);
    }

    static byte[] readBlock(DataInput in) throws IOException {
        byte[] block = new byte[in.readInt()];
        in.readFully(block);
        return block;
    }

    static void writeBlocks(List<byte[]> blocks, DataOutput out) throws IOException {
        out.writeInt(blocks.size());
        for (byte[] block : blocks) {
            writeBlock(block, out);
        }
    }

    static List<byte[]> readBlocks(DataInput in) throws IOException {
        int count = in.readInt();
        List<byte[]> blocks = new ArrayList<>(count);
        for (int at = 0; at < count; at++) {
            blocks.add(readBlock(in));
        }
        return blocks;
    }

    static void writeClasses(Map<String, byte[]> classes, DataOutput out) throws IOException {
        out.writeInt(classes.size());
        for (Map.Entry<String, byte[]> file : classes.entrySet()) {
            out.writeUTF(file.getKey());
            writeBlock(file.getValue(), out);
        }
    }

    static Map<String, byte[]> readClasses(DataInput in) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            classes.put(in.readUTF(), readBlock(in));
        }
        return classes;
    }
}

package dev.tradewind.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tradewind.program.Program;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/// Packs programs and texts into few bytes: what they share with the starting program costs next to
/// nothing, because that one is zlib's preset dictionary. Owned by one thread.
///
/// Unpacked, a program is the number of its files, then for each its path and its text, each as a
/// four-byte length and UTF-8.
final class Packing implements AutoCloseable {

    private static final int CHUNK = 8192;

    private final byte[] dictionary;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final Inflater inflater = new Inflater();

    /// Packs relative to a starting program.
    Packing(Program start) {
        this.dictionary = bytes(start);
    }

    byte[] pack(Program program) {
        return pack(bytes(program));
    }

    byte[] pack(String text) {
        return pack(text.getBytes(UTF_8));
    }

    private byte[] pack(byte[] bytes) {
        deflater.reset();
        deflater.setDictionary(dictionary);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /// The program that was packed.
    ///
    /// @throws IllegalArgumentException when the bytes are no program packed with this dictionary
    Program unpack(byte[] packed) {
        return program(unpacked(packed));
    }

    /// The text that was packed.
    ///
    /// @throws IllegalArgumentException when the bytes were not packed with this dictionary
    String unpackText(byte[] packed) {
        return new String(unpacked(packed), UTF_8);
    }

    private byte[] unpacked(byte[] packed) {
        inflater.reset();
        inflater.setInput(packed);
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        while (!inflater.finished()) {
            unpacked.write(chunk, 0, inflate(chunk));
        }
        return unpacked.toByteArray();
    }

    private int inflate(byte[] chunk) {
        try {
            int count = inflater.inflate(chunk);
            if (inflater.needsDictionary()) {
                inflater.setDictionary(dictionary);
            } else if (count == 0 && !inflater.finished() && inflater.needsInput()) {
                throw new IllegalArgumentException("a packed program ends early");
            }
            return count;
        } catch (DataFormatException damaged) {
            throw new IllegalArgumentException("a packed program is damaged", damaged);
        }
    }

    /// The program in its unpacked form.
    static byte[] bytes(Program program) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(program.files().size());
            for (Map.Entry<String, String> file : program.files().entrySet()) {
                write(out, file.getKey());
                write(out, file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// The program whose unpacked form this is.
    ///
    /// @throws IllegalArgumentException when it is none
    static Program program(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            SortedMap<String, String> files = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                files.put(read(in), read(in));
            }
            return new Program(files);
        } catch (IOException damaged) {
            throw new IllegalArgumentException("a stored program is damaged", damaged);
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a length of " + length);
        }
        return new String(in.readNBytes(length), UTF_8);
    }

    @Override
    public void close() {
        deflater.end();
        inflater.end();
    }
}

package dev.tradewind.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// The program of a fresh JVM: makes one measurement and sends its figures through standard output.
/// It ends when its input does, which is the death of whoever started it.
final class Stand {

    private Stand() {}

    /// Measures what it is told.
    ///
    /// @param arguments the [Post], the bay's folder, the turn, and the [Setup]
    public static void main(String[] arguments) throws Exception {
        Thread.ofPlatform().daemon().name("bench watch").start(Stand::endWithInput);
        List<String> words = List.of(arguments);
        Bay bay =
                new Bay(
                        Setup.of(words.subList(3, words.size())),
                        Path.of(words.get(1)),
                        Integer.parseInt(words.get(2)));
        try (var out = new ObjectOutputStream(new FileOutputStream(FileDescriptor.out))) {
            out.flush();
            Post.valueOf(words.get(0)).measurement().measure(bay, new Sheet(one -> send(one, out)));
        }
    }

    private static void send(Figure figure, ObjectOutputStream out) {
        try {
            out.writeObject(figure);
            out.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void endWithInput() {
        try {
            System.in.transferTo(FileOutputStream.nullOutputStream());
        } catch (IOException _) {
            // as good as the end
        }
        Runtime.getRuntime().halt(1);
    }
}

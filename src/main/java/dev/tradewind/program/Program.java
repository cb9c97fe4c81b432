package dev.tradewind.program;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;

/// A small immutable tree of text files: what is evolved.
///
/// @param files relative path with `/` separators to text, at least one entry, sorted by path
public record Program(SortedMap<String, String> files) {

    public Program {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a program has at least one file");
        }
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /// A program of one file.
    public static Program of(String path, String text) {
        return new Program(new TreeMap<>(Map.of(path, text)));
    }

    /// The text of one file.
    ///
    /// @throws NoSuchElementException when the program has no such file
    public String text(String path) {
        String text = files.get(path);
        if (text == null) {
            throw new NoSuchElementException("no file " + path + " among " + files.keySet());
        }
        return text;
    }

    /// This program with one file replaced or added.
    public Program with(String path, String text) {
        SortedMap<String, String> changed = new TreeMap<>(files);
        changed.put(path, text);
        return new Program(changed);
    }

    /// The evolving regions, in path order, then in text order; empty when nothing is marked.
    ///
    /// @throws RegionException when markers do not pair up
    public List<Region> regions() {
        return files.entrySet().stream()
                .flatMap(file -> Region.in(file.getKey(), file.getValue()).stream())
                .toList();
    }

    /// Total number of characters over all files.
    public int length() {
        return files.values().stream().mapToInt(String::length).sum();
    }

    /// Content identity; computed on each call, so keep it when it is needed often.
    public ProgramId id() {
        MessageDigest digest = sha256();
        files.forEach(
                (path, text) -> {
                    digest.update(path.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                    digest.update(text.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                });
        return new ProgramId(HexFormat.of().formatHex(digest.digest(), 0, 16));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}

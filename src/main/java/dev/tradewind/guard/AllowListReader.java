package dev.tradewind.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `allow-list.txt`. Types the running JDK does not have, and members no type has, are
/// mistakes in the list.
final class AllowListReader {

    private static final String FILE = "allow-list.txt";
    private static final String EXTEND = " (extend)";
    private static final String CONSTRUCTOR = "new";
    private static final Pattern REFUSAL = Pattern.compile("- ([^:]+): (.+)");
    private static final Pattern MEMBER = Pattern.compile("(\\w+)(?:\\(([^)]*)\\))?");

    private final Map<String, AllowList.Entry> types = new HashMap<>();
    private final Map<String, String> refusals = new HashMap<>();
    private Group group = new Group();

    /// Types with one list of members.
    private static final class Group {

        private final Map<String, Boolean> types = new HashMap<>();
        private final Map<String, Set<String>> members = new HashMap<>();
        private final Map<String, String> refusals = new HashMap<>();
        private boolean listed;
    }

    AllowList read() {
        text().lines().filter(line -> !line.startsWith("#")).forEach(this::read);
        close();
        return new AllowList(types, refusals);
    }

    private static String text() {
        try (InputStream in = AllowListReader.class.getResourceAsStream(FILE)) {
            return new String(
                    Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void read(String line) {
        boolean indented = line.startsWith(" ");
        Matcher refusal = REFUSAL.matcher(line.strip());
        if (!indented && (line.isBlank() || group.listed || refusal.matches())) {
            close();
        }
        if (refusal.matches()) {
            refuse(refusal.group(1), refusal.group(2), indented);
        } else if (indented) {
            members(line);
        } else if (!line.isBlank()) {
            types(line);
        }
    }

    private void refuse(String names, String why, boolean members) {
        for (String name : names.split("[, ]+", -1)) {
            if (members) {
                group.refusals.put(inClassFiles(name), why);
            } else {
                refusals.put(name.replace('.', '/'), why);
            }
        }
    }

    private void members(String line) {
        group.listed = true;
        Matcher member = MEMBER.matcher(line);
        while (member.find()) {
            Set<String> forms =
                    group.members.computeIfAbsent(
                            inClassFiles(member.group(1)), _ -> new HashSet<>());
            if (member.group(2) != null) {
                forms.add(member.group(2));
            }
        }
    }

    private void types(String line) {
        String names = line.replace(EXTEND, "");
        for (String name : names.split(", *", -1)) {
            group.types.put(name, line.endsWith(EXTEND));
        }
    }

    private static String inClassFiles(String member) {
        return member.equals(CONSTRUCTOR) ? "<init>" : member;
    }

    private void close() {
        group.types.forEach(
                (name, extensible) ->
                        types.put(
                                name.replace('.', '/'),
                                new AllowList.Entry(
                                        extensible, parents(name), group.members, group.refusals)));
        group = new Group();
    }

    /// Everything a type inherits from; interfaces have the methods of Object.
    private static List<String> parents(String name) {
        List<String> parents = new ArrayList<>();
        if (!name.endsWith("*")) {
            parents(load(name), parents);
            parents.add(Object.class.getName().replace('.', '/'));
        }
        return List.copyOf(parents);
    }

    private static void parents(Class<?> type, List<String> parents) {
        for (Class<?> parent : type.getInterfaces()) {
            parents.add(parent.getName().replace('.', '/'));
            parents(parent, parents);
        }
        Class<?> parent = type.getSuperclass();
        if (parent != null) {
            parents.add(parent.getName().replace('.', '/'));
            parents(parent, parents);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, null);
        } catch (ClassNotFoundException unknown) {
            throw new IllegalStateException(FILE + " names " + name, unknown);
        }
    }
}

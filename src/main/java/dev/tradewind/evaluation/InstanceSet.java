package dev.tradewind.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The instances of some suites in one row.
final class InstanceSet {

    /// So many instances can be told of one by one.
    private static final int FEW = 16;

    private final List<Suite<Object>> suites;
    private final List<Object> instances;
    private final List<String> names;
    private final List<Part> parts;
    private final boolean whole;

    /// @param names of the instances, in their order
    /// @param whole whether it is all there is
    private InstanceSet(List<Suite<Object>> suites, List<String> names, boolean whole) {
        this.suites = suites;
        this.whole = whole;
        this.names = names;
        this.parts = parts(suites);
        this.instances =
                suites.stream().<Object>flatMap(suite -> suite.instances().stream()).toList();
    }

    static InstanceSet of(List<? extends Suite<?>> suites) {
        List<String> names = new ArrayList<>();
        List<Suite<Object>> copies = new ArrayList<>();
        for (Suite<?> suite : suites) {
            copies.add(new Suite<>(suite.name(), List.copyOf(suite.instances())));
            IntStream.rangeClosed(1, suite.instances().size())
                    .forEach(number -> names.add(suite.name() + "#" + number));
        }
        return new InstanceSet(List.copyOf(copies), List.copyOf(names), true);
    }

    /// Every so many-th of the row, from the first, under the names they have here.
    InstanceSet every(int step) {
        return kept((_, at) -> at % step == 0, whole && step == 1);
    }

    /// The suites of these names, in the order they have here.
    InstanceSet only(List<String> wanted) {
        return kept((suite, _) -> wanted.contains(suite), false);
    }

    /// Those at some places of the row, counted from 0.
    InstanceSet at(Set<Integer> places) {
        return kept((_, at) -> places.contains(at), false);
    }

    /// Whether an instance stays, by its suite and its place in the row.
    private interface Keeping {
        boolean keeps(String suite, int at);
    }

    private InstanceSet kept(Keeping keeping, boolean all) {
        List<Suite<Object>> some = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        int at = 0;
        for (Suite<Object> suite : suites) {
            List<Object> chosen = new ArrayList<>();
            for (Object instance : suite.instances()) {
                if (keeping.keeps(suite.name(), at)) {
                    chosen.add(instance);
                    kept.add(names.get(at));
                }
                at++;
            }
            some.add(new Suite<>(suite.name(), chosen));
        }
        return new InstanceSet(some, kept, all);
    }

    /// The same row with another instance in each place, made of what came of the one here.
    ///
    /// @param others as many as there are places
    InstanceSet with(List<Object> others) {
        List<Suite<Object>> replaced = new ArrayList<>();
        int from = 0;
        for (Suite<Object> suite : suites) {
            int to = from + suite.instances().size();
            replaced.add(new Suite<>(suite.name(), others.subList(from, to)));
            from = to;
        }
        return new InstanceSet(replaced, names, whole);
    }

    List<Suite<Object>> suites() {
        return suites;
    }

    /// Whether none was left out.
    boolean whole() {
        return whole;
    }

    int size() {
        return instances.size();
    }

    Object instance(int at) {
        return instances.get(at);
    }

    /// The place of an instance as people read it, such as `or3-u500#7`, counted from 1.
    String name(int at) {
        return at < names.size() ? names.get(at) : "#" + (at + 1);
    }

    /// A stretch of the instances people like to see apart.
    record Part(String name, int from, int to) {

        <T> List<T> of(List<T> all) {
            return all.subList(from, to);
        }
    }

    /// Each instance while there are few, each suite otherwise.
    List<Part> parts() {
        return parts;
    }

    private static List<Part> parts(List<Suite<Object>> suites) {
        int size = suites.stream().mapToInt(suite -> suite.instances().size()).sum();
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (Suite<Object> suite : suites) {
            int count = suite.instances().size();
            if (size > FEW) {
                parts.add(new Part(suite.name(), from, from + count));
            }
            for (int at = 0; at < count && size <= FEW; at++) {
                String name = suite.name() + "#" + (at + 1);
                parts.add(new Part(name, from + at, from + at + 1));
            }
            from += count;
        }
        return parts.stream().filter(part -> part.from() < part.to()).toList();
    }

    List<byte[]> written(Scorer<Object> scorer) throws IOException {
        List<byte[]> written = new ArrayList<>(size());
        for (Object instance : instances) {
            written.add(Frames.bytes(out -> scorer.write(instance, out)));
        }
        return written;
    }
}

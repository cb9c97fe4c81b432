package dev.tradewind.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The instances of some suites in one row.
final class InstanceSet {

    /// So many instances can be told of one by one.
    private static final int FEW = 16;

    private final List<Suite<Object>> suites;
    private final List<Object> instances;
    private final List<Part> parts;

    private InstanceSet(List<Suite<Object>> suites) {
        this.suites = suites;
        this.parts = parts(suites);
        this.instances =
                suites.stream().<Object>flatMap(suite -> suite.instances().stream()).toList();
    }

    static InstanceSet of(List<? extends Suite<?>> suites) {
        return new InstanceSet(
                suites.stream()
                        .map(
                                suite ->
                                        new Suite<Object>(
                                                suite.name(), List.copyOf(suite.instances())))
                        .toList());
    }

    List<Suite<Object>> suites() {
        return suites;
    }

    int size() {
        return instances.size();
    }

    Object instance(int at) {
        return instances.get(at);
    }

    /// The place of an instance as people read it, such as `or3-u500#7`, counted from 1.
    String name(int at) {
        int left = at;
        for (Suite<Object> suite : suites) {
            if (left < suite.instances().size()) {
                return suite.name() + "#" + (left + 1);
            }
            left -= suite.instances().size();
        }
        return "#" + (at + 1);
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

package dev.tradewind.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The instances of some suites in one row.
final class InstanceSet {

    private final List<Suite<Object>> suites;
    private final List<Object> instances;

    private InstanceSet(List<Suite<Object>> suites) {
        this.suites = suites;
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

    List<byte[]> written(Scorer<Object> scorer) throws IOException {
        List<byte[]> written = new ArrayList<>(size());
        for (Object instance : instances) {
            written.add(Frames.bytes(out -> scorer.write(instance, out)));
        }
        return written;
    }
}

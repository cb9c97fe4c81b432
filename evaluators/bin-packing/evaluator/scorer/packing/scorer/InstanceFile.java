package packing.scorer;

import packing.Instance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The format of the shipped files: the number of instances; then for each its name, `capacity
/// items bound`, and the sizes in the order they arrive. Any white space separates.
///
/// The bound given there is a number from the literature and is not used.
final class InstanceFile {

    private static final int MOST_INSTANCES = 100_000;
    private static final int MOST_ITEMS = 1_000_000;
    private static final int LARGEST = 1_000_000_000;

    private InstanceFile() {}

    static List<Instance> read(Path file) throws IOException {
        Tokens tokens = Tokens.of(file);
        int count = tokens.number("the number of instances", 1, MOST_INSTANCES);
        List<Instance> instances = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            instances.add(instance(tokens));
        }
        tokens.end("the end of the file after " + count + " instances");
        return instances;
    }

    private static Instance instance(Tokens tokens) throws IOException {
        String name = tokens.next("the name of an instance");
        int capacity = tokens.number("the capacity of " + name, 1, LARGEST);
        int count = tokens.number("the number of items of " + name, 1, MOST_ITEMS);
        tokens.number("the bound of " + name, 0, LARGEST);
        int[] items = new int[count];
        for (int at = 0; at < count; at++) {
            items[at] =
                    tokens.number("item " + (at + 1) + " of " + count + " of " + name, 1, capacity);
        }
        return new Instance(capacity, items, Instance.NO_LIMIT);
    }
}

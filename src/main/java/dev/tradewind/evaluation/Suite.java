package dev.tradewind.evaluation;

import java.util.List;

/// A named set of instances, such as `or3-u500`, reported as one line.
public record Suite<I>(String name, List<I> instances) {

    public Suite {
        instances = List.copyOf(instances);
    }
}

package dev.tradewind.sandbox;

import java.util.List;

/// What kind of child process a pool keeps.
///
/// @param service what it does with requests
/// @param greeting sent once to each new process, before any request
/// @param heap limit of the Java heap
/// @param memory limit of the whole process (resident set), watched from outside
/// @param answer largest answer accepted; a longer one counts as a crash
/// @param options further JVM options, after the pool's own
public record Child(
        Class<? extends Service> service,
        byte[] greeting,
        Bytes heap,
        Bytes memory,
        Bytes answer,
        List<String> options) {

    public Child {
        options = List.copyOf(options);
    }
}

package dev.tradewind.search;

import com.carrotsearch.hppc.LongLongHashMap;

/// Remembers in which flight each program text and each compiled program first settled: some 30
/// bytes a program, so that a million of them fit beside everything else.
///
/// The question is always asked as of a number of settled flights, because flights in the air may
/// settle in between and an answer that depended on that would differ from run to run. Written by
/// the run's thread, read by all attempts. Keys are 64 bits of a SHA-256: among a million programs
/// two share one with a chance below one in ten million.
final class Seen {

    private final LongLongHashMap firstSettled = new LongLongHashMap();

    /// Whether the hash belongs to a flight among the first so many to settle.
    synchronized boolean before(String hash, long settled) {
        return firstSettled.getOrDefault(key(hash), Long.MAX_VALUE) <= settled;
    }

    /// Notes a hash of the flight that settles as number `order`; false when it was known.
    synchronized boolean add(String hash, long order) {
        return firstSettled.putIfAbsent(key(hash), order);
    }

    private static long key(String hash) {
        return Long.parseUnsignedLong(hash, 0, 16, 16);
    }
}

package dev.tradewind.sandbox;

/// How a pool keeps its processes.
///
/// @param isolation as found by [IsolationProbe]
/// @param lanes requests answered at the same time, 1 or more
/// @param spares warm processes kept beyond that, 0 or more
/// @param recycleAfter requests after which a process is replaced though nothing is wrong with it
public record PoolSettings(Isolation isolation, int lanes, int spares, int recycleAfter) {

    private static final int REQUESTS = 2_000;

    public PoolSettings {
        if (lanes < 1 || spares < 0 || recycleAfter < 1) {
            throw new IllegalArgumentException(
                    "a pool has a lane, no fewer than 0 spares and a request per process: "
                            + "%d lanes, %d spares, %d requests"
                                    .formatted(lanes, spares, recycleAfter));
        }
    }

    /// One warm spare, and 2,000 requests per process.
    public static PoolSettings of(Isolation isolation, int lanes) {
        return new PoolSettings(isolation, lanes, 1, REQUESTS);
    }
}

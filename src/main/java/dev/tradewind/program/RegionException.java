package dev.tradewind.program;

/// Markers of evolving regions that do not pair up. The message names file and line.
public final class RegionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegionException(String path, int line, String problem) {
        super(path + ":" + line + "  " + problem);
    }
}

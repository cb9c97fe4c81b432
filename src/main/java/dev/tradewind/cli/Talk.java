package dev.tradewind.cli;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// How much is said and how it looks: options every command has.
final class Talk {

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Say nothing but results and errors.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Say more; show the trace of an unexpected failure.")
    private boolean verbose;

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description = "No colour and no redrawing; NO_COLOR and TERM=dumb do the same.")
    private boolean plain;

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }

    /// Whether colour and redrawing are welcome, as far as options and environment say.
    boolean lively() {
        return !plain && !plainEnvironment();
    }

    /// Whether standard output is a terminal that shows colour.
    boolean colour() {
        return lively() && Ansi.AUTO.enabled();
    }

    private static boolean plainEnvironment() {
        String noColour = System.getenv("NO_COLOR");
        return (noColour != null && !noColour.isEmpty()) || "dumb".equals(System.getenv("TERM"));
    }
}

package dev.tradewind.sandbox;

import java.util.List;

/// Names of the signals a process can end by, as Linux numbers them.
final class Signal {

    private static final List<String> NAMES =
            List.of(
                            "HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT"
                                    + " CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO"
                                    + " PWR SYS")
                    .stream()
                    .flatMap(names -> List.of(names.split(" ")).stream())
                    .map(name -> "SIG" + name)
                    .toList();

    private Signal() {}

    /// The name of a signal, such as `SIGSEGV` for 11; empty when there is none of that number.
    static String name(int number) {
        return number >= 1 && number <= NAMES.size() ? NAMES.get(number - 1) : "";
    }
}

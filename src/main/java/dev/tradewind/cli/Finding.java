package dev.tradewind.cli;

/// One thing looked at on this machine.
///
/// @param needed whether no run is possible without it
/// @param detail what was found
/// @param remedy what would help; empty where all is well
record Finding(String name, boolean ok, boolean needed, String detail, String remedy) {

    static Finding well(String name, boolean needed, String detail) {
        return new Finding(name, true, needed, detail, "");
    }
}

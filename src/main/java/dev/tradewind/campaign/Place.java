package dev.tradewind.campaign;

/// Where something was written.
///
/// @param file a file as the user named it, or an option such as `--set`
/// @param line counted from 1; 0 when there are no lines
record Place(String file, int line) {

    static Place of(String file) {
        return new Place(file, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}

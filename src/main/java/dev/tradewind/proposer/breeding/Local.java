package dev.tradewind.proposer.breeding;

/// A name an expression may mention: a parameter, a local or a field.
///
/// @param readable whether it surely has a value
/// @param assignable whether a statement may give it another one
record Local(Kind kind, String name, boolean readable, boolean assignable) {

    /// A name that is read and never assigned.
    static Local fixed(Kind kind, String name) {
        return new Local(kind, name, true, false);
    }
}

package dev.tradewind.proposer.breeding;

/// The static type of an expression, as far as breeding cares.
///
/// @param dims number of array dimensions, 0 for a plain value
record Kind(Base base, int dims) {

    /// Numeric ones stand in the order Java widens them.
    enum Base {
        BOOLEAN,
        INT,
        LONG,
        FLOAT,
        DOUBLE,
        VOID,
        /// Anything else: kept as it is, never varied.
        OTHER
    }

    static final Kind BOOLEAN = new Kind(Base.BOOLEAN, 0);
    static final Kind INT = new Kind(Base.INT, 0);
    static final Kind LONG = new Kind(Base.LONG, 0);
    static final Kind FLOAT = new Kind(Base.FLOAT, 0);
    static final Kind DOUBLE = new Kind(Base.DOUBLE, 0);
    static final Kind VOID = new Kind(Base.VOID, 0);
    static final Kind OTHER = new Kind(Base.OTHER, 0);

    boolean numeric() {
        return integral() || floating();
    }

    boolean integral() {
        return dims == 0 && (base == Base.INT || base == Base.LONG);
    }

    boolean floating() {
        return dims == 0 && (base == Base.FLOAT || base == Base.DOUBLE);
    }

    /// A plain number or truth value, or an array of them.
    boolean known() {
        return base != Base.OTHER && base != Base.VOID;
    }

    boolean array() {
        return known() && dims > 0;
    }

    /// A plain number or truth value.
    boolean scalar() {
        return known() && dims == 0;
    }

    /// Whether Java takes a value of that kind here without a cast.
    boolean accepts(Kind value) {
        return (known() && equals(value))
                || (numeric() && value.numeric() && value.base.compareTo(base) <= 0);
    }

    /// The kind of an array's elements.
    Kind element() {
        return dims == 0 ? OTHER : new Kind(base, dims - 1);
    }

    /// The kind Java computes in when both numbers meet (JLS 5.6, binary numeric promotion).
    static Kind promoted(Kind left, Kind right) {
        if (!left.numeric() || !right.numeric()) {
            return OTHER;
        }
        return left.base.compareTo(right.base) >= 0 ? left : right;
    }

    /// As written in Java, such as `double[]`.
    String text() {
        return switch (base) {
            case BOOLEAN -> "boolean" + "[]".repeat(dims);
            case INT -> "int" + "[]".repeat(dims);
            case LONG -> "long" + "[]".repeat(dims);
            case FLOAT -> "float" + "[]".repeat(dims);
            case DOUBLE -> "double" + "[]".repeat(dims);
            case VOID -> "void";
            case OTHER -> throw new IllegalStateException("no name for an unknown type");
        };
    }
}

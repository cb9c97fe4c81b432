package dev.tradewind.proposer.breeding;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What an inner node of an expression computes from its children.
enum Function {
    ADD(Family.PROMOTED, 2, "+", 11),
    SUBTRACT(Family.PROMOTED, 2, "-", 11),
    MULTIPLY(Family.PROMOTED, 2, "*", 12),
    DIVIDE(Family.PROMOTED, 2, "/", 12),
    REMAINDER(Family.PROMOTED, 2, "%", 12),
    NEGATE(Family.PROMOTED, 1, "-", 13),
    MIN(Family.PROMOTED, 2, "min"),
    MAX(Family.PROMOTED, 2, "max"),
    ABS(Family.PROMOTED, 1, "abs"),

    LESS(Family.COMPARISON, 2, "<", 9),
    AT_MOST(Family.COMPARISON, 2, "<=", 9),
    GREATER(Family.COMPARISON, 2, ">", 9),
    AT_LEAST(Family.COMPARISON, 2, ">=", 9),
    EQUAL(Family.COMPARISON, 2, "==", 8),
    DIFFERENT(Family.COMPARISON, 2, "!=", 8),

    AND(Family.LOGIC, 2, "&&", 4),
    OR(Family.LOGIC, 2, "||", 3),
    NOT(Family.LOGIC, 1, "!", 13),

    CHOOSE(Family.CHOICE, 3, "?", 2),

    SHIFT_LEFT(Family.INTEGRAL, 2, "<<", 10),
    SHIFT_RIGHT(Family.INTEGRAL, 2, ">>", 10),
    BIT_AND(Family.INTEGRAL, 2, "&", 7),
    BIT_XOR(Family.INTEGRAL, 2, "^", 6),
    BIT_OR(Family.INTEGRAL, 2, "|", 5),
    FLOOR_MOD(Family.INTEGRAL, 2, "floorMod"),
    FLOOR_DIV(Family.INTEGRAL, 2, "floorDiv"),

    POW(Family.REAL, 2, "pow"),
    HYPOT(Family.REAL, 2, "hypot"),
    ATAN2(Family.REAL, 2, "atan2"),
    SQRT(Family.REAL, 1, "sqrt"),
    CBRT(Family.REAL, 1, "cbrt"),
    LOG(Family.REAL, 1, "log"),
    LOG10(Family.REAL, 1, "log10"),
    LOG1P(Family.REAL, 1, "log1p"),
    EXP(Family.REAL, 1, "exp"),
    EXPM1(Family.REAL, 1, "expm1"),
    FLOOR(Family.REAL, 1, "floor"),
    CEIL(Family.REAL, 1, "ceil"),
    RINT(Family.REAL, 1, "rint"),
    SIN(Family.REAL, 1, "sin"),
    COS(Family.REAL, 1, "cos"),
    TAN(Family.REAL, 1, "tan"),
    ATAN(Family.REAL, 1, "atan"),
    SINH(Family.REAL, 1, "sinh"),
    COSH(Family.REAL, 1, "cosh"),
    TANH(Family.REAL, 1, "tanh");

    /// Functions of one family and arity may take each other's place.
    enum Family {
        /// Numbers in, their promoted kind out.
        PROMOTED,
        COMPARISON,
        LOGIC,
        /// `condition ? a : b`.
        CHOICE,
        /// Two integers of one kind in, that kind out.
        INTEGRAL,
        /// Doubles in, double out.
        REAL
    }

    private static final int CALL = 15;
    private static final Map<String, Function> BY_CALL = new HashMap<>();
    private static final Map<String, Function> BY_OPERATOR = new HashMap<>();

    static {
        for (Function function : values()) {
            Map<String, Function> names = function.call() ? BY_CALL : BY_OPERATOR;
            names.put(function.text + "/" + function.arity, function);
        }
    }

    private final Family family;
    private final int arity;
    private final String text;
    private final int precedence;

    Function(Family family, int arity, String text, int precedence) {
        this.family = family;
        this.arity = arity;
        this.text = text;
        this.precedence = precedence;
    }

    Function(Family family, int arity, String method) {
        this(family, arity, method, CALL);
    }

    Family family() {
        return family;
    }

    int arity() {
        return arity;
    }

    /// The operator, or the name of the method of `Math`.
    String text() {
        return text;
    }

    /// Binding strength; higher binds tighter.
    int precedence() {
        return precedence;
    }

    /// Whether it is written `Math.name(...)`.
    boolean call() {
        return precedence == CALL;
    }

    /// Whether an integral zero on the right ends the program.
    boolean divides() {
        return switch (this) {
            case DIVIDE, REMAINDER, FLOOR_MOD, FLOOR_DIV -> true;
            default -> false;
        };
    }

    /// The kind of the result, or [Kind#OTHER] where Java or this table has none.
    Kind kind(List<Kind> arguments) {
        Kind first = arguments.getFirst();
        return switch (family) {
            case PROMOTED -> Kind.promoted(first, arguments.getLast());
            case COMPARISON ->
                    Kind.promoted(first, arguments.getLast()).numeric() ? Kind.BOOLEAN : Kind.OTHER;
            case LOGIC -> all(arguments, Kind.BOOLEAN) ? Kind.BOOLEAN : Kind.OTHER;
            case CHOICE -> chosen(arguments);
            case INTEGRAL -> first.integral() && all(arguments, first) ? first : Kind.OTHER;
            case REAL ->
                    arguments.stream().allMatch(Kind.DOUBLE::accepts) ? Kind.DOUBLE : Kind.OTHER;
        };
    }

    /// The function of `Math` with that name, or null.
    static @Nullable Function ofCall(String method, int arity) {
        return BY_CALL.get(method + "/" + arity);
    }

    /// The function with that operator, or null.
    static @Nullable Function ofOperator(String operator, int arity) {
        return BY_OPERATOR.get(operator + "/" + arity);
    }

    private static Kind chosen(List<Kind> arguments) {
        Kind yes = arguments.get(1);
        Kind no = arguments.get(2);
        if (!arguments.getFirst().equals(Kind.BOOLEAN)) {
            return Kind.OTHER;
        }
        return yes.known() && yes.equals(no) ? yes : Kind.promoted(yes, no);
    }

    private static boolean all(List<Kind> arguments, Kind kind) {
        return arguments.stream().allMatch(kind::equals);
    }
}

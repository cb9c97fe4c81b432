package dev.tradewind.campaign;

import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Limit;
import dev.tradewind.budget.Usd;

import java.util.List;
import java.util.stream.Stream;

/// Reads what may be spent, as people write it.
public final class BudgetReader {

    private static final List<String> UNITS =
            List.of("s", "min", "h", "evaluations", "CPU s", "CPU min", "CPU h", "USD", "tokens");

    private BudgetReader() {}

    /// A budget such as `60 s`, `2 min`, `1000 evaluations`, `30 CPU s`, `5 USD`, `2 M tokens`, or
    /// several of them with commas between, of which the first one reached stops.
    ///
    /// @throws IllegalArgumentException with the offending text, what is allowed and a likely fix
    public static Budget parse(String text) {
        return new Budget(Stream.of(text.split(",", -1)).map(BudgetReader::limit).toList());
    }

    private static Limit limit(String text) {
        try {
            return limit(Quantity.of(text));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "\"" + text.strip() + "\" " + wrong.getMessage(), wrong);
        }
    }

    private static Limit limit(Quantity quantity) {
        if (quantity.amount().signum() == 0) {
            throw new IllegalArgumentException("allows nothing. A limit is more than 0.");
        }
        return switch (quantity.unit()) {
            case "evaluation", "evaluations" -> new Limit.Evaluations(quantity.whole());
            case "token", "tokens" -> new Limit.Tokens(quantity.whole());
            case "USD" -> new Limit.Money(new Usd(quantity.amount()));
            case "CPU s", "CPU min", "CPU h" ->
                    new Limit.Cpu(quantity.asTime(quantity.unit().substring("CPU ".length())));
            case "s", "min", "h" -> new Limit.Wall(quantity.asTime(quantity.unit()));
            default ->
                    // Not one of them, and this says so.
                    throw new IllegalStateException(quantity.unitAmong(UNITS));
        };
    }
}

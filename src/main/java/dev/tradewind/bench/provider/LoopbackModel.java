package dev.tradewind.bench.provider;

import dev.tradewind.budget.ModelSize;
import dev.tradewind.budget.PriceList;
import dev.tradewind.budget.PriceList.PerMillionTokens;
import dev.tradewind.budget.Usd;

import java.math.BigDecimal;
import java.util.List;

/// A model the loopback provider pretends to have.
///
/// @param sound share of its answers that hold a program that compiles; the others hold a broken
///   one or none
/// @param reasoning tokens it thinks for each token it answers with
public record LoopbackModel(
        String name, double sound, double reasoning, ModelSize size, PriceList price) {

    public static final LoopbackModel TINY =
            new LoopbackModel("tiny", 0.5, 0, active(1e9), price("0.05", "0.01", "0.2"));
    public static final LoopbackModel SMALL =
            new LoopbackModel("small", 0.8, 0, active(8e9), price("0.25", "0.05", "1"));
    public static final LoopbackModel LARGE =
            new LoopbackModel("large", 0.95, 1.5, active(70e9), price("2.5", "0.25", "10"));

    /// The usual ones, the smallest first.
    public static final List<LoopbackModel> USUAL = List.of(TINY, SMALL, LARGE);

    private static ModelSize active(double parameters) {
        return new ModelSize.Active(parameters);
    }

    private static PriceList price(String input, String cached, String output) {
        return new PerMillionTokens(usd(input), usd(cached), usd(output));
    }

    private static Usd usd(String amount) {
        return new Usd(new BigDecimal(amount));
    }
}

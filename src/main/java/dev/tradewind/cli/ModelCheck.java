package dev.tradewind.cli;

import dev.tradewind.budget.Charge;
import dev.tradewind.budget.PriceList;
import dev.tradewind.budget.Usd;
import dev.tradewind.proposer.chat.ChatRung;
import dev.tradewind.report.Figures;
import dev.tradewind.search.RungPrice;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// What was found out of a rung that is a language model.
///
/// @param share of the flights it is due, 0 to 1
/// @param keySet whether its key is at hand, or none is wanted
/// @param price null when the seed has no score to ask about
/// @param probe null when nobody was called
record ModelCheck(
        ChatRung rung,
        double share,
        boolean keySet,
        @Nullable RungPrice price,
        @Nullable Probe probe) {

    static final List<String> HEADING =
            List.of(
                    "rung",
                    "model",
                    "size",
                    "price per M tokens",
                    "proposal USD",
                    "at most",
                    "key");

    /// A row under [#HEADING].
    List<String> row(Console console) {
        return List.of(
                rung.name(),
                provider() + " " + rung.model(),
                size(),
                priceList(),
                price == null ? Figures.NONE : usd(price.expected()),
                price == null ? Figures.NONE : usd(price.most()),
                key(console));
    }

    private static String usd(Charge charge) {
        return Figures.money(charge.money().amount());
    }

    private String key(Console console) {
        return rung.keyVariable().isEmpty()
                ? "none wanted"
                : rung.keyVariable()
                        + " "
                        + (keySet ? console.tick() : console.cross() + " not set");
    }

    /// What came of the call, one line.
    String told(Console console) {
        return switch (probe) {
            case null -> rung.name() + "  not called";
            case Probe.Failed(String why, Exit _) ->
                    "%s %s  %s".formatted(console.cross(), rung.name(), why);
            case Probe.Answered answered ->
                    "%s %s  answered by %s in %.2f s: %s tokens in, %s out%s, %s USD"
                            .formatted(
                                    console.tick(),
                                    rung.name(),
                                    answered.servedBy(),
                                    answered.inFlight().toMillis() / 1000.0,
                                    Figures.count(answered.usage().input()),
                                    Figures.count(answered.usage().output()),
                                    answered.estimated() ? " (estimated)" : "",
                                    Figures.money(answered.money().amount()));
        };
    }

    String provider() {
        return rung.provider().name().toLowerCase(Locale.ROOT);
    }

    /// As declared, such as `0.1 USD in, 0.05 USD cached, 0.4 USD out`.
    String priceList() {
        return switch (rung.price()) {
            case PriceList.Free _ -> "free";
            case PriceList.PerHour(Usd hour) -> hour + " an hour";
            case PriceList.PerMillionTokens(Usd input, Usd cached, Usd output) ->
                    "%s in, %s cached, %s out".formatted(input, cached, output);
        };
    }

    /// Active parameters as declared, such as `8 B`.
    String size() {
        return rung.size().toString();
    }
}

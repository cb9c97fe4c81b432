package dev.tradewind.campaign;

import dev.tradewind.budget.ModelSize;
import dev.tradewind.budget.PriceList;
import dev.tradewind.budget.Usd;
import dev.tradewind.proposer.chat.ChatRung;
import dev.tradewind.proposer.chat.ChatRung.CallLimits;
import dev.tradewind.proposer.chat.ChatRung.Effort;
import dev.tradewind.proposer.chat.ChatRung.Sampling;
import dev.tradewind.proposer.chat.Provider;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads and writes a rung that is a language model.
final class ChatSection {

    private static final Map<String, Provider> PROVIDERS = words(Provider.values());
    private static final Map<String, Effort> EFFORTS = words(Effort.values());

    /// Units of size, the usual one first, and their zeros.
    private static final List<String> SIZES = List.of("B", "M", "T");

    private static final Map<String, Integer> ZEROS = Map.of("M", 6, "B", 9, "T", 12);

    private static final String SIZE = "the active parameters, such as \"8 B\", or \"unknown\"";
    private static final String PRICE =
            "\"input\" and \"output\" for a million tokens, or \"hour\" of a machine, or say"
                    + " \"free\".";
    private static final String WEB = "is no address of the web, such as \"https://host/v1\".";

    private static final String NONE = "none";
    private static final String FREE = "free";
    private static final String UNKNOWN = "unknown";
    private static final int MOST_CALLS = 4_096;
    private static final int MOST_TOKENS = 1_000_000;
    private static final double HOTTEST = 2;

    private ChatSection() {}

    private static <E extends Enum<E>> Map<String, E> words(E[] values) {
        return Stream.of(values).collect(Collectors.toMap(value -> word(value), value -> value));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static List<String> providers() {
        return PROVIDERS.keySet().stream().sorted().toList();
    }

    /// @param calls at the same time, for a rung that names no number of its own
    static ChatRung read(Section section, String kind, int calls) {
        Provider provider = Scalars.word(kind, PROVIDERS);
        String model =
                section.required("model", text -> text, "", "Give the provider's name for it.");
        URI address = section.value("url", URI.create(provider.address()), ChatSection::address);
        return new ChatRung(
                section.text("name", model),
                provider,
                model,
                address,
                key(section, provider),
                size(section),
                price(section),
                section.value("calls", calls, text -> Scalars.whole(text, MOST_CALLS)),
                limits(section),
                sampling(section));
    }

    /// A key goes to another address only when it is named.
    private static String key(Section section, Provider provider) {
        String usual = section.has("url") ? NONE : provider.keyVariable();
        String variable = section.text("key", usual.isEmpty() ? NONE : usual);
        return variable.equals(NONE) ? "" : variable;
    }

    private static URI address(String text) {
        URI address;
        try {
            address = URI.create(text);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(WEB, unreadable);
        }
        if (address.getHost() == null || !List.of("http", "https").contains(address.getScheme())) {
            throw new IllegalArgumentException(WEB + scheme(text));
        }
        return address;
    }

    /// Mostly what is missing, where a host is named.
    private static String scheme(String text) {
        return text.contains("//") ? "" : " Maybe you meant \"http://%s\".".formatted(text);
    }

    private static ModelSize size(Section section) {
        return section.required(
                "size", ChatSection::size, new ModelSize.Unknown(), "Give " + SIZE + ".");
    }

    private static ModelSize size(String text) {
        if (text.equals(UNKNOWN)) {
            return new ModelSize.Unknown();
        }
        Quantity quantity = parameters(text);
        int zeros = ZEROS.getOrDefault(quantity.unitAmong(SIZES), 0);
        return new ModelSize.Active(quantity.amount().scaleByPowerOfTen(zeros).doubleValue());
    }

    private static Quantity parameters(String text) {
        try {
            Quantity quantity = Quantity.of(text);
            if (quantity.amount().signum() > 0) {
                return quantity;
            }
        } catch (IllegalArgumentException notANumber) {
            // Told below, like a model without parameters.
        }
        throw new IllegalArgumentException("is no size. Give " + SIZE + ".");
    }

    private static PriceList price(Section section) {
        if (!section.has("price")) {
            section.text("price", "");
            section.problem("price", "is missing, and an unknown price is not zero. Give " + PRICE);
            return new PriceList.Free();
        }
        if (section.mapping().members().get("price") instanceof Node.Text) {
            section.value("price", FREE, ChatSection::free);
            return new PriceList.Free();
        }
        return listed(section.section("price"));
    }

    private static String free(String text) {
        if (!text.equals(FREE)) {
            throw new IllegalArgumentException("is no list of prices. Give " + PRICE);
        }
        return text;
    }

    private static PriceList listed(Section price) {
        PriceList list;
        if (price.has("hour")) {
            list = new PriceList.PerHour(price.value("hour", Usd.ZERO, ChatSection::usd));
        } else {
            Usd input = each(price, "input");
            list =
                    new PriceList.PerMillionTokens(
                            input,
                            price.value("cached", input, ChatSection::usd),
                            each(price, "output"));
        }
        price.close();
        return list;
    }

    private static Usd each(Section price, String key) {
        return price.required(
                key, ChatSection::usd, Usd.ZERO, "Give the price of a million tokens in USD.");
    }

    private static Usd usd(String text) {
        Quantity quantity = Quantity.of(text);
        quantity.unitAmong(List.of("USD"));
        return new Usd(quantity.amount());
    }

    private static CallLimits limits(Section section) {
        CallLimits usual = CallLimits.DEFAULT;
        return new CallLimits(
                section.value("time", usual.time(), Quantity::time),
                section.value(
                        "output", usual.outputTokens(), text -> Scalars.whole(text, MOST_TOKENS)),
                section.value("patience", usual.patience(), Quantity::time));
    }

    private static Sampling sampling(Section section) {
        return new Sampling(
                section.value(
                        "temperature",
                        Sampling.DEFAULT.temperature(),
                        text -> Scalars.real(text, 0, HOTTEST)),
                section.value(
                        "effort", Sampling.DEFAULT.effort(), text -> Scalars.word(text, EFFORTS)));
    }

    static void write(ChatRung rung, SequencedMap<String, Object> values) {
        values.put("provider", word(rung.provider()));
        values.put("model", rung.model());
        values.put("url", rung.address().toString());
        values.put("key", rung.keyVariable().isEmpty() ? NONE : rung.keyVariable());
        values.put("size", rung.size().toString());
        values.put("price", priceValue(rung.price()));
        values.put("calls", rung.calls());
        values.put("time", millis(rung.limits().time()));
        values.put("output", rung.limits().outputTokens());
        values.put("patience", millis(rung.limits().patience()));
        if (!Double.isNaN(rung.sampling().temperature())) {
            values.put("temperature", rung.sampling().temperature());
        }
        values.put("effort", word(rung.sampling().effort()));
    }

    private static String millis(Duration time) {
        return time.toMillis() + " ms";
    }

    private static Object priceValue(PriceList price) {
        SequencedMap<String, Object> values = new LinkedHashMap<>();
        switch (price) {
            case PriceList.Free _ -> {
                return FREE;
            }
            case PriceList.PerHour(Usd hour) -> values.put("hour", hour.toString());
            case PriceList.PerMillionTokens(Usd input, Usd cached, Usd output) -> {
                values.put("input", input.toString());
                values.put("cached", cached.toString());
                values.put("output", output.toString());
            }
        }
        return values;
    }
}

package dev.tradewind.law.training;

/// Tokens a model will process over its life.
///
/// @param input read, at least 0
/// @param output written, at least 0
public record Demand(double input, double output) {

    public Demand {
        Positive.orZero("input tokens", input);
        Positive.orZero("output tokens", output);
    }

    /// So many requests of this many tokens each.
    public static Demand ofRequests(double requests, Demand each) {
        double count = Positive.orZero("requests", requests);
        return new Demand(count * each.input, count * each.output);
    }

    /// So many tokens, divided as those of a request are.
    public static Demand ofTokens(double tokens, Demand request) {
        double each = Positive.required("tokens of a request", request.total());
        return ofRequests(Positive.orZero("demand", tokens) / each, request);
    }

    /// Both together.
    public double total() {
        return input + output;
    }
}

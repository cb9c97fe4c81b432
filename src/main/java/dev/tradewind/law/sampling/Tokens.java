package dev.tradewind.law.sampling;

/// What a model reads and writes for one proposal.
///
/// @param prompt tokens read, cached ones included
/// @param cached part of them that was read before, 0 to 1
/// @param output tokens written, reasoning included
public record Tokens(double prompt, double cached, double output) {

    public Tokens {
        Numbers.least(prompt, "a number of tokens read");
        Numbers.share(cached, "the cached part");
        Numbers.least(output, "a number of tokens written");
    }

    /// Tokens read that nobody had read before.
    public double fresh() {
        return (1 - cached) * prompt;
    }

    /// When `answers` to one prompt share its cost: tokens of one answer.
    public Tokens shared(int answers) {
        return new Tokens(prompt / answers, cached, output);
    }

    /// Floating-point operations: two for each active parameter and token, attention left out.
    public double flop(double parameters) {
        return 2 * parameters * (fresh() + output);
    }

    /// Operations of attention on top, which count where a context is long.
    public double attentionFlop(int layers, int width) {
        return 4.0 * layers * width * output * (prompt + output / 2);
    }
}

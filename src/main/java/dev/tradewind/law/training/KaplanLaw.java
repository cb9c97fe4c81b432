package dev.tradewind.law.training;

/// The loss as Kaplan et al. 2020 (arXiv:2001.08361) have it: `L = [(N_c/N)^(α_N/α_D) +
/// D_c/D]^α_D`, with N counted without embeddings.
///
/// @param size N_c and α_N as a scale and an exponent
/// @param tokens D_c and α_D
public record KaplanLaw(Power size, Power tokens) {

    /// Published constants.
    public static final KaplanLaw PUBLISHED =
            new KaplanLaw(new Power(8.8e13, 0.076), new Power(5.4e13, 0.095));

    private static final double PETAFLOP_DAY = 8.64e19;
    private static final Power COMPUTE = new Power(3.1e8 * PETAFLOP_DAY, 0.050);

    /// Loss in nats per token.
    public double loss(TrainingPlan plan) {
        double fromSize =
                Math.pow(size.scale() / plan.parameters(), size.exponent() / tokens.exponent());
        return Math.pow(fromSize + tokens.scale() / plan.tokens(), tokens.exponent());
    }

    /// Loss of a model of this size with tokens without end.
    public double lossOfSize(double parameters) {
        return Math.pow(size.scale() / parameters, size.exponent());
    }

    /// Loss on this many tokens of a model without end.
    public double lossOfTokens(double count) {
        return Math.pow(tokens.scale() / count, tokens.exponent());
    }

    /// Published loss at a training compute in FLOP, spent as well as can be.
    public static double lossOfCompute(double flop) {
        return Math.pow(COMPUTE.scale() / flop, COMPUTE.exponent());
    }
}

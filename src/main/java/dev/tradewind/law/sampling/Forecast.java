package dev.tradewind.law.sampling;

/// What a fit foretells of a size.
///
/// @param success chance, with its band
/// @param decades orders of magnitude between it and the nearest size that was fitted; 0 within
public record Forecast(double size, Estimate success, double decades) {

    /// Further than this, a law fitted elsewhere is no guide (arXiv:2509.24012).
    public static final double FURTHEST = 2;

    /// Whether it is too far from what was fitted to be relied upon.
    public boolean far() {
        return decades > FURTHEST;
    }
}

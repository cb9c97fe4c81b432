package dev.tradewind.law.sampling;

/// How often proposals of one size succeeded.
public sealed interface Evidence {

    /// More than 0, in the unit of the caller.
    double size();

    /// Chance of success it suggests, more than 0 and less than 1.
    double rate();

    /// How far a chance is from it; 0 where they agree, growing with `-ln p`.
    ///
    /// @param logLoss `-ln p` of that chance
    double residual(double logLoss);

    /// A rate of unknown sampling error, such as one from a published table. Its residual is the
    /// logarithm of the ratio.
    ///
    /// @param rate more than 0, less than 1
    record Rate(double size, double rate) implements Evidence {

        public Rate {
            Numbers.positive(size, "a size");
            if (!(rate > 0 && rate < 1)) {
                throw new IllegalArgumentException(
                        ("size %s: a rate is more than 0 and less than 1, not %s. Where nothing or"
                                        + " everything succeeded, give successes and trials.")
                                .formatted(size, rate));
            }
        }

        @Override
        public double residual(double logLoss) {
            return logLoss + Math.log(rate);
        }
    }

    /// Counted tries. Its residual is that of the binomial deviance, so that no success says
    /// something, too.
    ///
    /// @param successes 0 or more, at most `trials`
    /// @param trials 1 or more
    record Count(double size, long successes, long trials) implements Evidence {

        private static final double LEAST_LOSS = 1e-12;

        public Count {
            Numbers.positive(size, "a size");
            if (trials < 1 || successes < 0 || successes > trials) {
                throw new IllegalArgumentException(
                        "size %s: %d successes of %d trials cannot be"
                                .formatted(size, successes, trials));
            }
        }

        /// With half a success and half a failure added, which keeps it off 0 and 1.
        @Override
        public double rate() {
            return (successes + 0.5) / (trials + 1.0);
        }

        @Override
        public double residual(double logLoss) {
            double loss = Math.max(logLoss, LEAST_LOSS);
            double successful = (double) successes / trials;
            double deviance =
                    part(successes, Math.log(successful) + loss)
                            + part(
                                    trials - successes,
                                    Math.log1p(-successful) - Math.log(-Math.expm1(-loss)));
            double distance = Math.sqrt(Math.max(0, 2 * deviance));
            return Math.exp(-loss) < successful ? distance : -distance;
        }

        private static double part(long count, double logRatio) {
            return count == 0 ? 0 : count * logRatio;
        }
    }
}

package dev.tradewind.law.training;

import java.util.List;

/// Demand nobody knows yet, in tokens over a model's life.
public sealed interface DemandForecast {

    /// What is expected. A cost that is linear in demand asks for nothing more: whoever minimises
    /// the expected cost plans for the expected demand.
    double mean();

    /// Known up to a factor.
    ///
    /// @param median as likely too high as too low; more than 0
    /// @param sigma standard deviation of the logarithm, at least 0
    record LogNormal(double median, double sigma) implements DemandForecast {
        public LogNormal {
            Positive.required("median demand", median);
            Positive.orZero("sigma of demand", sigma);
        }

        @Override
        public double mean() {
            return median * Math.exp(sigma * sigma / 2);
        }
    }

    /// One of these.
    ///
    /// @param points at least one
    record Scenarios(List<Scenario> points) implements DemandForecast {
        public Scenarios {
            points = List.copyOf(points);
            if (points.isEmpty()) {
                throw new IllegalArgumentException("a forecast needs a scenario at least");
            }
        }

        @Override
        public double mean() {
            double weights = points.stream().mapToDouble(Scenario::weight).sum();
            return points.stream().mapToDouble(point -> point.weight * point.demand).sum()
                    / weights;
        }
    }

    /// A demand that may come.
    ///
    /// @param demand at least 0
    /// @param weight more than 0, in proportion to its probability
    record Scenario(double demand, double weight) {
        public Scenario {
            Positive.orZero("demand", demand);
            Positive.required("weight", weight);
        }
    }
}

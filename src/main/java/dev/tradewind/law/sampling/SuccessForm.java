package dev.tradewind.law.sampling;

import org.apache.commons.math3.stat.regression.SimpleRegression;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Shapes that success by size may have, to be compared by what they foretell.
public enum SuccessForm {
    /// The law used here, with a floor.
    FLOOR("-ln p = e0 + a N^-g") {
        @Override
        DoubleUnaryOperator fitted(List<Evidence> rows) {
            return CurveFit.of(rows)::success;
        }
    },
    /// The same without a floor.
    POWER("-ln p = a N^-g") {
        @Override
        DoubleUnaryOperator fitted(List<Evidence> rows) {
            return CurveFit.withoutFloor(rows)::success;
        }
    },
    /// A straight line of log-odds over the logarithm of size.
    LOGIT("logit p = u + v ln N") {
        @Override
        DoubleUnaryOperator fitted(List<Evidence> rows) {
            DoubleUnaryOperator odds = line(rows, rate -> Math.log(rate / (1 - rate)));
            return size -> 1 / (1 + Math.exp(-odds.applyAsDouble(size)));
        }
    },
    /// A plain power of size, which has no upper end.
    RATE("p = u N^v") {
        @Override
        DoubleUnaryOperator fitted(List<Evidence> rows) {
            DoubleUnaryOperator log = line(rows, Math::log);
            return size -> Math.exp(log.applyAsDouble(size));
        }
    };

    private final String formula;

    SuccessForm(String formula) {
        this.formula = formula;
    }

    /// As people write it.
    public String formula() {
        return formula;
    }

    /// Success by size.
    ///
    /// @param rows of two sizes or more
    abstract DoubleUnaryOperator fitted(List<Evidence> rows);

    private static DoubleUnaryOperator line(List<Evidence> rows, DoubleUnaryOperator scale) {
        SimpleRegression line = new SimpleRegression();
        rows.forEach(row -> line.addData(Math.log(row.size()), scale.applyAsDouble(row.rate())));
        return size -> line.predict(Math.log(size));
    }
}

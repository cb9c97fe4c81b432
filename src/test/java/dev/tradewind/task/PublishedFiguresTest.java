package dev.tradewind.task;

import static dev.tradewind.task.BinPackingTask.FOLDER;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.evaluation.Judgement.Counted;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Suite;
import dev.tradewind.evaluation.Tally;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// First fit and best fit come out as in the literature, to the last digit printed there
/// (Romera-Paredes et al., Nature 2023, table 1; Liu et al., EoH, for its own draws).
final class PublishedFiguresTest {

    private static final Object FIRST_FIT = BinPackingTask.perBin((_, _) -> 0);
    private static final Object BEST_FIT = BinPackingTask.perBin((item, left) -> item - left);
    private static final Object WIDE_BEST_FIT =
            BinPackingTask.wide(
                    (item, bins) -> {
                        double[] scores = new double[bins.length];
                        for (int at = 0; at < bins.length; at++) {
                            scores[at] = item - bins[at];
                        }
                        return scores;
                    });

    @ParameterizedTest
    @CsvSource({
        "or1-u120, 6.42, 5.81",
        "or2-u250, 6.45, 6.06",
        "or3-u500, 5.74, 5.37",
        "or4-u1000, 5.23, 4.94",
        "weibull-1k-eoh, 5.32, 4.87",
        "weibull-5k-funsearch, 4.23, 3.98",
        "weibull-10k-eoh, 4.44, 4.09"
    })
    void classical_rules_have_their_published_excess(String set, String first, String best)
            throws IOException {
        assertThat(excess(FIRST_FIT, set)).isEqualTo(first);
        assertThat(excess(BEST_FIT, set)).isEqualTo(best);
    }

    @Test
    void best_fit_uses_the_published_number_of_bins() throws IOException {
        List<Tally> or3 = tallies(BEST_FIT, "or3-u500");
        assertThat(sum(or3, 0)).as("20 instances, 212.00 bins on average").isEqualTo(4_240);
        assertThat(sum(or3, 1)).as("bound 201.20 on average").isEqualTo(4_024);
        List<Tally> weibull = tallies(BEST_FIT, "weibull-5k-funsearch");
        assertThat(sum(weibull, 0)).as("5 instances, 2067.0 bins on average").isEqualTo(10_335);
        assertThat(sum(weibull, 1)).as("bound 1987.8 on average").isEqualTo(9_939);
    }

    private static double sum(List<Tally> tallies, int position) {
        return tallies.stream().mapToDouble(tally -> tally.amount(position)).sum();
    }

    @Test
    void a_rule_that_sees_all_bins_packs_like_one_that_sees_each() throws IOException {
        assertThat(tallies(WIDE_BEST_FIT, "or4-u1000")).isEqualTo(tallies(BEST_FIT, "or4-u1000"));
    }

    private static String excess(Object rule, String set) throws IOException {
        double excess = BinPackingTask.scorer().objectives(Split.TEST, tallies(rule, set)).first();
        return String.format(Locale.ROOT, "%.2f", excess);
    }

    private static List<Tally> tallies(Object rule, String set) throws IOException {
        Suite<Object> suite = BinPackingTask.scorer().read(FOLDER.resolve("data/" + set + ".txt"));
        assertThat(suite.name()).isEqualTo(set);
        return suite.instances().stream().map(instance -> tally(rule, instance)).toList();
    }

    private static Tally tally(Object rule, Object instance) {
        byte[] certificate = BinPackingTask.certificate(rule, instance);
        try {
            return ((Counted) BinPackingTask.judge(instance, certificate)).tally();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}

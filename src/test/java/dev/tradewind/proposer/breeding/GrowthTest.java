package dev.tradewind.proposer.breeding;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenetics.ext.util.TreeNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;

/// What fresh expressions are made of.
final class GrowthTest {

    private final Local counter = Local.fixed(Kind.INT, "i");

    /// A difference of two variables looks for two, and would look on forever.
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_name_that_is_in_reach_twice_is_one_name() {
        for (int stream = 0; stream < 200; stream++) {
            Growth growth = new Growth(Kind.INT, List.of(counter, counter), Breeder.random(stream));
            TreeNode<Symbol> leaf = growth.leaf(Kind.INT);
            assertThat(Trees.all(leaf, Symbol.Variable.class::isInstance)).hasSizeLessThan(2);
        }
    }
}

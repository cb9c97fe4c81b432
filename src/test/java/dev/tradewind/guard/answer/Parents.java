package dev.tradewind.guard.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.program.Program;
import dev.tradewind.program.Region;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Programs that answers are given to, and what is to be seen of answers.
final class Parents {

    static final Program RULE =
            Program.of(
                    "Heuristic.java",
                    """
                    import packing.PerBinRule;

                    /// Scores a bin for an item.
                    public final class Heuristic implements PerBinRule {

                        // EVOLVE-BLOCK-START
                        @Override
                        public double priority(int item, int remaining, int capacity) {
                            double slack = remaining - item;
                            if (slack < 0) {
                                return -1000;
                            }
                            return -slack;
                        }
                        // EVOLVE-BLOCK-END
                    }
                    """);

    static final Program STATEMENTS =
            Program.of(
                    "Rule.java",
                    """
                    class Rule {
                        double f(double x) {
                            double y = x;
                            // EVOLVE-BLOCK-START
                            y = y + 1;
                            // EVOLVE-BLOCK-END
                            return y;
                        }
                    }
                    """);

    static final Program PYTHON =
            Program.of(
                    "heuristic.py",
                    """
                    import numpy as np


                    def solve(items, bins):
                        for item in items:
                            bins[np.argmax(priority(item, bins))] -= item
                        return bins


                    # EVOLVE-BLOCK-START
                    def priority(item, bins):
                        return -(bins - item)
                    # EVOLVE-BLOCK-END
                    """);

    static final Program TWO_FILES =
            new Program(
                    new TreeMap<>(
                            Map.of(
                                    "src/Rule.java",
                                    """
                                    class Rule {
                                        // EVOLVE-BLOCK-START
                                        double f(double x) {
                                            return Weights.A * x;
                                        }
                                        // EVOLVE-BLOCK-END
                                    }
                                    """,
                                    "src/Weights.java",
                                    """
                                    class Weights {
                                        // EVOLVE-BLOCK-START
                                        static final double A = 1.5;
                                        // EVOLVE-BLOCK-END
                                    }
                                    """,
                                    "src/Fixed.java",
                                    """
                                    class Fixed {
                                        static final int ONE = 1;
                                    }
                                    """)));

    static final Program TWO_REGIONS =
            Program.of(
                    "Rule.java",
                    """
                    class Rule {
                        // EVOLVE-BLOCK-START
                        double first(double x) {
                            return x;
                        }
                        // EVOLVE-BLOCK-END

                        static final int BETWEEN = 3;

                        // EVOLVE-BLOCK-START
                        double second(double x) {
                            return 2 * x;
                        }
                        // EVOLVE-BLOCK-END
                    }
                    """);

    static final Program FREE = Program.of("config.yaml", "alpha: 1\nbeta: 2\n");

    static final List<Program> ALL =
            List.of(RULE, STATEMENTS, PYTHON, TWO_FILES, TWO_REGIONS, FREE);

    private Parents() {}

    static Reading.Read read(String answer, Program parent) {
        Reading reading = AnswerReader.read(answer, parent, false);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        Reading.Read read = (Reading.Read) reading;
        assertThat(fixed(read.program())).isEqualTo(fixed(parent));
        return read;
    }

    static String detail(String answer, Program parent, boolean truncated) {
        Reading reading = AnswerReader.read(answer, parent, truncated);
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        return ((Reading.Unreadable) reading).detail();
    }

    /// The inside of the only region.
    static String inside(Program program) {
        return inside(program, 0);
    }

    static String inside(Program program, int region) {
        Region place = program.regions().get(region);
        return place.body(program.text(place.path()));
    }

    /// Paths and text outside regions.
    static List<String> fixed(Program program) {
        List<String> pieces = new ArrayList<>();
        boolean open = program.regions().isEmpty();
        program.files()
                .forEach(
                        (path, text) -> {
                            pieces.add(path);
                            int from = 0;
                            for (Region region : Program.of(path, text).regions()) {
                                pieces.add(text.substring(from, region.start()));
                                from = region.end();
                            }
                            pieces.add(open ? "" : text.substring(from));
                        });
        return pieces;
    }
}

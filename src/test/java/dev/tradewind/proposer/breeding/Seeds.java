package dev.tradewind.proposer.breeding;

import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;

/// Starting programs of different shapes.
enum Seeds {
    SCALAR(
            """
            public class Rule {
                // EVOLVE-BLOCK-START
                public double f(int item, int room, int capacity) {
                    return item - room;
                }
                // EVOLVE-BLOCK-END
            }
            """),
    ARRAY_TO_NUMBER(
            """
            public class Rule {
                // EVOLVE-BLOCK-START
                int f(int[] xs, int k) {
                    int best = k;
                    for (int i = 0; i < xs.length; i++) {
                        if (xs[i] > best) {
                            best = xs[i];
                        }
                    }
                    return best;
                }
                // EVOLVE-BLOCK-END
            }
            """),
    ARRAY_TO_ARRAY(
            """
            public class Rule {
                // EVOLVE-BLOCK-START
                double[] f(double[] xs) {
                    double[] ys = new double[xs.length];
                    for (int i = 0; i < xs.length; i++) {
                        ys[i] = 2 * xs[i];
                    }
                    return ys;
                }
                // EVOLVE-BLOCK-END
            }
            """),
    OUT_PARAMETER(
            """
            public class Rule {
                // EVOLVE-BLOCK-START
                void f(int[] xs, double[] out, boolean up) {
                    for (int i = 0; i < out.length; i++) {
                        out[i] = up ? i : xs[i % Math.max(1, xs.length)];
                    }
                }
                // EVOLVE-BLOCK-END
            }
            """),
    LONG(
            """
            public class Rule {
                // EVOLVE-BLOCK-START
                static long f(long x) {
                    return x * 31L + 7;
                }
                // EVOLVE-BLOCK-END
            }
            """),
    PART(
            """
            public class Rule {
                private final double[] weights = {1, 2, 3};

                double f(int a, float b, boolean fast) {
                    double score = a;
                    // EVOLVE-BLOCK-START
                    double bonus = a * b;
                    if (fast) {
                        score = bonus + weights[0];
                    }
                    // EVOLVE-BLOCK-END
                    return score + bonus;
                }
            }
            """),
    MANY_RESULTS(
            """
            public class Rule {
                int[] f(int m, int n, int k) {
                    int rows = 1;
                    int columns = 1;
                    int depth = 32;
                    int order = 0;
                    int unroll = 1;
                    int fetch = 0;
                    int width = 8;
                    boolean copied = false;
                    boolean outside = false;
                    // EVOLVE-BLOCK-START
                    rows = 6;
                    columns = 4;
                    depth = 256;
                    order = 2;
                    unroll = 4;
                    fetch = 0;
                    width = 16;
                    copied = true;
                    outside = false;
                    // EVOLVE-BLOCK-END
                    return copied == outside
                            ? new int[] {rows, columns, depth, order}
                            : new int[] {unroll, fetch, width};
                }
            }
            """),
    TWO_METHODS(
            """
            public class Rule {
                // EVOLVE-BLOCK-START
                double f(double x, double y) {
                    return helped(x) - y;
                }

                double helped(double z) {
                    return Math.sqrt(Math.abs(z)) + 0.5;
                }
                // EVOLVE-BLOCK-END
            }
            """);

    private final String text;

    Seeds(String text) {
        this.text = text;
    }

    Candidate candidate() {
        return candidate(text);
    }

    String text() {
        return text;
    }

    static Candidate candidate(String text) {
        return Candidate.seed(Program.of("Rule.java", text));
    }

    static String text(Candidate candidate) {
        return candidate.program().text("Rule.java");
    }

    /// A method in a class, the whole of it a region.
    static String method(String method) {
        return "class Rule {\n// EVOLVE-BLOCK-START\n" + method + "\n// EVOLVE-BLOCK-END\n}\n";
    }

    /// The tree of the only body of a program.
    static Body body(String text) {
        return SyntaxReader.read(candidate(text).program()).bodies().getFirst();
    }
}

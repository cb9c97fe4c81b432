package dev.tradewind.law.sampling;

import java.util.stream.IntStream;

/// How many answers to ask of one prompt: more share the cost of reading it, and resemble each
/// other. Derived here.
///
/// @param prompt cost of reading the prompt once; 0 or more
/// @param each cost of writing one answer and evaluating it; more than 0
/// @param success chance that one answer is an improvement; more than 0
/// @param likeness correlation of two answers to one prompt, 0 to 1
public record SamplesPerPrompt(double prompt, double each, double success, double likeness) {

    private static final int MOST = 1_000;

    public SamplesPerPrompt {
        Numbers.least(prompt, "a prompt's cost");
        Numbers.positive(each, "an answer's cost");
        Numbers.chance(success, "success");
        Numbers.share(likeness, "the likeness of answers");
    }

    /// How many unlike answers are worth as much: `n / (1 + (n - 1) r)`.
    public double effective(int answers) {
        return answers / (1 + (answers - 1) * likeness);
    }

    /// Expected cost of one prompt with an improvement among its answers.
    public double costToImprove(int answers) {
        double some = 1 - Math.pow(1 - success, effective(answers));
        return (prompt + answers * each) / some;
    }

    /// The number of least cost, from 1 to 1000; the smallest of equals.
    public int best() {
        return IntStream.rangeClosed(1, MOST)
                .reduce((a, b) -> costToImprove(b) < costToImprove(a) ? b : a)
                .orElseThrow();
    }
}

package dev.tradewind.prompt;

import dev.tradewind.evaluation.FailureCause;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The variables the engine knows.
final class Vocabulary {

    private static final Variable FILE = Variable.text("file", "its name");
    private static final Variable CODE = Variable.text("code", "its text as a fenced block");

    private static final Variable SINGLE =
            Variable.condition(
                    "single",
                    "the program has one marked region, and only that is shown and asked for;"
                            + " otherwise whole files");

    private static final Variable ADVICE =
            Variable.text("advice", "what the last reflection advised; may be empty");

    private static final Variable TRIED =
            Variable.list(
                    "tried",
                    "recent proposals, oldest first",
                    Variable.text("idea", "what it was to do, one line"),
                    Variable.text("outcome", "what became of it"));

    private static final Variable PARENTS =
            Variable.list(
                    "parents",
                    "earlier programs to start from, the best last",
                    Variable.text("version", "`v0`, `v1`, …"),
                    Variable.text("scores", "what it reached on the training instances"),
                    Variable.text(
                            "account",
                            "scores by group of instances, a fenced block; may be empty"),
                    Variable.list("files", "what may change in it", FILE, CODE));

    private static final Variable SHARED =
            Variable.list("shared", "files that are the same in all parents", FILE, CODE);

    private static final Variable BEST = Variable.text("best", "version of the best parent");

    /// The same in every call of a run.
    static final List<Variable> TASK =
            List.of(
                    Variable.text("statement", "the text of `task.md`"),
                    Variable.list(
                            "objectives",
                            "what counts, in the task's order",
                            Variable.text("name", "such as `excess`"),
                            Variable.condition("minimise", "less is better; otherwise more"),
                            Variable.text("unit", "such as `%`; empty for a plain number"),
                            Variable.text("bound", "what must be kept to; empty for none"),
                            Variable.text("target", "what is hoped for; empty for none")),
                    Variable.condition("several", "there is more than one objective"),
                    Variable.list("program", "the files of the seed, regions marked", FILE, CODE),
                    Variable.list("contract", "files it is compiled against", FILE, CODE),
                    Variable.condition("java", "programs are written in Java"),
                    SINGLE,
                    Variable.text("fuel", "steps a program may take on one instance"),
                    Variable.text("cpu", "processor time it may take in all"),
                    Variable.text("heap", "memory it may take"),
                    Variable.text("source", "how long its text may be"));

    /// For another version of what there is.
    static final List<Variable> VERSIONS =
            List.of(
                    PARENTS,
                    SHARED,
                    BEST,
                    Variable.text("next", "version that is asked for"),
                    SINGLE,
                    ADVICE,
                    TRIED);

    static final List<Variable> REFLECTION = List.of(PARENTS, SHARED, BEST, ADVICE, TRIED);

    /// For a second try at what failed.
    static final List<Variable> REPAIR =
            List.of(
                    Variable.list("cause", "why it failed, one item", causes()),
                    Variable.text("detail", "what the compiler or evaluator says, fenced"),
                    Variable.list(
                            "broken",
                            "files of the failed program; empty when it is the answer just given",
                            FILE,
                            CODE),
                    SINGLE);

    private Vocabulary() {}

    private static Variable[] causes() {
        return Stream.concat(
                        Stream.of(Variable.text("name", "such as `COMPILE`")),
                        Arrays.stream(FailureCause.values())
                                .map(cause -> Variable.condition(cause.name(), "it is this cause")))
                .toArray(Variable[]::new);
    }
}

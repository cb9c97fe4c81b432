package dev.tradewind.bench.provider;

import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;
import dev.tradewind.program.Region;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.Proposal.Proposed;
import dev.tradewind.proposer.breeding.BreedingSettings;
import dev.tradewind.proposer.breeding.TreeBreeding;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Writes the answers: a program bred from the one in the prompt, with words around it.
final class Author {

    private static final String FILE = "Program.java";
    private static final String SEARCH = "<<<<<<< SEARCH";
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ ");
    private static final Pattern REFLECTION = Pattern.compile("(?i)\\badvi[sc]e\\b|\\breflect");

    private static final String ADVICE =
            """
            - Helped: terms that compare what is left with what is asked for
            - Hurt: long sums of constants
            - Try: treat the extreme cases apart
            """;

    private static final String WORDS =
            "I would look at the extreme cases first, and then at the constants.\n";

    private final TreeBreeding breeding = new TreeBreeding(BreedingSettings.DEFAULT);

    /// An answer to a prompt.
    ///
    /// @param sound share of answers with a whole program
    String answer(String prompt, double sound, RandomGenerator random) {
        if (REFLECTION.matcher(instruction(prompt)).find()) {
            return ADVICE;
        }
        Draft draft = draft(prompt, random.nextLong());
        if (draft == null) {
            return WORDS;
        }
        boolean edits = prompt.contains(SEARCH) && random.nextBoolean();
        if (random.nextDouble() < sound) {
            return edits ? edits(draft) : whole(draft);
        }
        return random.nextBoolean() ? WORDS : whole(draft.broken());
    }

    /// Words that hold no program.
    String words() {
        return WORDS;
    }

    /// What the prompt asks for: all below its last heading.
    private static String instruction(String prompt) {
        return HEADING.splitAsStream(prompt).reduce("", (_, last) -> last);
    }

    /// A program and what became of it.
    ///
    /// @param path of its file; empty when the prompt names none
    /// @param whole the new text of the file; empty when the prompt shows a region only
    private record Draft(String path, String whole, String before, String after) {

        /// With a syntax error.
        Draft broken() {
            return new Draft(path, cut(whole), before, cut(after));
        }

        private static String cut(String code) {
            int brace = code.indexOf('{');
            return brace < 0 ? code + "}\n" : code.substring(0, brace) + code.substring(brace + 1);
        }
    }

    private @Nullable Draft draft(String prompt, long stream) {
        for (Fence fence : Fence.in(prompt)) {
            String text = fence.marked() ? fence.code() : wrapped(fence.code());
            Draft draft = bred(fence, Candidate.seed(Program.of(FILE, text)), stream);
            if (draft != null) {
                return draft;
            }
        }
        return null;
    }

    private @Nullable Draft bred(Fence fence, Candidate parent, long stream) {
        Candidate child = changed(changed(parent, stream), ~stream);
        if (child.equals(parent)) {
            return null;
        }
        String before = body(parent.program());
        String after = body(child.program());
        String whole = fence.marked() ? child.program().text(FILE) : "";
        return new Draft(fence.path(), whole, before, after);
    }

    /// A model seldom says the same twice, where one mutation of a short program often does.
    private Candidate changed(Candidate parent, long stream) {
        Proposal proposal = breeding.propose(Ask.of(List.of(parent), stream));
        return proposal instanceof Proposed(Candidate child, var _) ? child : parent;
    }

    private static String body(Program program) {
        Region region = program.regions().getFirst();
        return region.body(program.text(FILE));
    }

    private static String wrapped(String code) {
        return "public final class Program {\n// %s\n%s// %s\n}\n"
                .formatted(Region.START, code, Region.END);
    }

    private static String whole(Draft draft) {
        boolean named = !draft.path.isEmpty() && !draft.whole.isEmpty();
        String code = named ? draft.whole : draft.after;
        return "%s\n%s```java\n%s```\n".formatted(idea(draft), named ? name(draft) : "", code);
    }

    private static String edits(Draft draft) {
        Edit edit = Edit.between(draft.before, draft.after);
        return "%s\n%s%s\n%s=======\n%s>>>>>>> REPLACE\n"
                .formatted(
                        idea(draft),
                        draft.path.isEmpty() ? "" : name(draft),
                        SEARCH,
                        edit.search(),
                        edit.replace());
    }

    private static String idea(Draft draft) {
        return "Idea: rewrite %d lines as %d\n"
                .formatted(draft.before.lines().count(), draft.after.lines().count());
    }

    private static String name(Draft draft) {
        return "`%s`\n\n".formatted(draft.path);
    }
}

package dev.tradewind.guard.answer;

import dev.tradewind.program.Program;
import dev.tradewind.program.RegionException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Reads a program out of an answer. Edits (SEARCH/REPLACE blocks, unified diffs) go before
/// rewritten text; text in fences before text without.
public final class AnswerReader {

    private static final String CUT_OFF =
            "the answer was cut off at its token limit before its code was complete";

    private final Page page;
    private final Frame frame;
    private final boolean truncated;

    private AnswerReader(Page page, Frame frame, boolean truncated) {
        this.page = page;
        this.frame = frame;
        this.truncated = truncated;
    }

    /// The program an answer makes of its parent.
    ///
    /// @param truncated whether the model was stopped at its token limit: then only what is
    ///   complete is read
    public static Reading read(String answer, Program parent, boolean truncated) {
        try {
            Page page = Page.of(Wrapping.removed(answer));
            Result result = new AnswerReader(page, Frame.of(parent), truncated).result();
            return result.program().equals(parent)
                    ? new Reading.Unreadable(truncated ? CUT_OFF : "the answer changes nothing")
                    : new Reading.Read(result.program(), result.form(), Idea.of(page));
        } catch (UnreadableException | RegionException unreadable) {
            return new Reading.Unreadable("" + unreadable.getMessage());
        }
    }

    private Result result() {
        if (page.blank()) {
            throw new UnreadableException(truncated ? CUT_OFF : "the answer says nothing");
        }
        SearchReplace.Blocks blocks = SearchReplace.in(page.lines(), frame);
        if (blocks.any()) {
            return patched(blocks.edits(), "search/replace");
        }
        List<Edit> diff = diff();
        return diff.isEmpty() ? rewritten() : patched(diff, "unified diff");
    }

    /// The edits' program; when they cannot be made, what the answer has beside them.
    private Result patched(List<Edit> edits, String form) {
        try {
            if (edits.isEmpty()) {
                throw new UnreadableException(
                        truncated ? CUT_OFF : "a SEARCH/REPLACE block that is not complete");
            }
            Program program = Patching.applied(edits, frame);
            return new Result(program, form, Fit.Rank.FRAMED);
        } catch (UnreadableException unreadable) {
            Result beside = beside();
            if (beside == null) {
                throw unreadable;
            }
            return beside;
        }
    }

    private @Nullable Result beside() {
        List<Fence> code = complete().stream().filter(AnswerReader::isText).toList();
        Result result = code.isEmpty() ? null : Rewriting.of(code, frame);
        return result == null || result.rank() == Fit.Rank.GUESSED ? null : result;
    }

    private static boolean isText(Fence fence) {
        return !isDiff(fence)
                && fence.lines().stream().noneMatch(line -> line.strip().startsWith("<<<<<"));
    }

    private List<Edit> diff() {
        List<Edit> edits = new ArrayList<>();
        complete().stream()
                .filter(AnswerReader::isDiff)
                .forEach(fence -> edits.addAll(UnifiedDiff.in(fence.lines(), true, frame)));
        boolean bare = page.fences().isEmpty() && !truncated && hunks(page.lines());
        return bare ? UnifiedDiff.in(page.lines(), false, frame) : edits;
    }

    private static boolean isDiff(Fence fence) {
        boolean named = fence.info().startsWith("diff") || fence.info().startsWith("patch");
        boolean headed =
                fence.lines().stream()
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .filter(line -> line.startsWith("--- ") || UnifiedDiff.isHunk(line))
                        .isPresent();
        return (named || headed) && hunks(fence.lines());
    }

    private static boolean hunks(List<String> lines) {
        return lines.stream().anyMatch(UnifiedDiff::isHunk);
    }

    private Result rewritten() {
        List<Fence> fences = complete();
        Result result =
                page.fences().isEmpty()
                        ? Unfenced.read(page.lines(), frame, !truncated)
                        : Rewriting.of(fences, frame);
        if (result == null) {
            throw new UnreadableException(truncated ? CUT_OFF : nothing());
        }
        return result;
    }

    private String nothing() {
        String first = page.lines().stream().filter(line -> !line.isBlank()).findFirst().orElse("");
        return page.fences().isEmpty()
                ? "no code in the answer that begins with " + Lines.quoted(first)
                : "no code that belongs to a region of " + String.join(", ", frame.paths());
    }

    /// The fences that can be trusted to be whole: one the model forgot to close is.
    private List<Fence> complete() {
        return truncated ? page.fences().stream().filter(Fence::closed).toList() : page.fences();
    }
}

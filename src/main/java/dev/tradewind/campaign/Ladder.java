package dev.tradewind.campaign;

import dev.tradewind.evaluation.Task;
import dev.tradewind.evaluation.Workings;
import dev.tradewind.law.allocation.Policy;
import dev.tradewind.law.allocation.Position;
import dev.tradewind.law.sampling.CapabilityIndex;
import dev.tradewind.law.sampling.CapabilityIndex.Known;
import dev.tradewind.law.sampling.Inconclusive;
import dev.tradewind.prompt.PromptLibrary;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Who proposes.
///
/// @param rungs at least one, each with a name of its own
/// @param calls of each language model at the same time that names no number of its own
/// @param prompts folder of prompts that stand in for the shipped ones of the same name; empty for
///   none
/// @param reflection a model is asked to reflect on the run after so many flights with a model; 0
///   for never
/// @param allocation decides which rung is asked
public record Ladder(
        List<Rung> rungs, int calls, String prompts, int reflection, Policy allocation) {

    static final int CALLS = 16;
    static final int REFLECTION = 64;

    /// Syntax-tree breeding alone.
    public static final Ladder BREEDING = alone(new Rung.Breeding("breeding", 1));

    public Ladder {
        rungs = List.copyOf(rungs);
        if (rungs.isEmpty()) {
            throw new IllegalArgumentException("a ladder has at least one rung");
        }
    }

    /// The usual one for a task, free of charge: breeding for Java, settings where candidates are
    /// settings, tuning of the numbers in all other text.
    public static Ladder usual(Task task) {
        return switch (task.workings()) {
            case Workings.InJava _ -> BREEDING;
            case Workings.InProcess process when process.lowers() ->
                    alone(new Rung.Settings("settings", 1));
            case Workings.InProcess _ -> alone(new Rung.Tuning("tuning", 1));
        };
    }

    private static Ladder alone(Rung rung) {
        return new Ladder(List.of(rung), CALLS, "", REFLECTION, Policy.SHARES);
    }

    /// The rungs that are language models.
    public List<Rung.Chat> models() {
        return rungs.stream()
                .filter(Rung.Chat.class::isInstance)
                .map(Rung.Chat.class::cast)
                .toList();
    }

    /// The same rungs, chosen among by another policy.
    public Ladder allocating(Policy other) {
        return new Ladder(rungs, calls, prompts, reflection, other);
    }

    /// Where a rung stands among others before anything is known of what it does. A model of
    /// unknown size stands where its capability puts it among models of known size and capability.
    ///
    /// @throws Inconclusive when the ladder has too few of these to place it
    public Position position(Rung rung) {
        return rung instanceof Rung.Chat chat
                        && chat.capability() > 0
                        && chat.position() instanceof Position.Beside
                ? new Position.OnCurve(Rung.MODELS, index().size(chat.capability()))
                : rung.position();
    }

    private CapabilityIndex index() {
        return CapabilityIndex.of(
                models().stream()
                        .filter(chat -> chat.capability() > 0)
                        .flatMap(Ladder::known)
                        .toList());
    }

    private static Stream<Known> known(Rung.Chat chat) {
        return chat.position() instanceof Position.OnCurve(var _, double size)
                ? Stream.of(new Known(size, chat.capability()))
                : Stream.empty();
    }

    /// The prompts to be used, read from their files.
    ///
    /// @throws dev.tradewind.prompt.PromptException listing everything that is wrong with them
    public PromptLibrary library() {
        return prompts.isEmpty() ? PromptLibrary.shipped() : PromptLibrary.over(Path.of(prompts));
    }

    /// Flights of a model that may be in the air at once: its calls, and as many again as wait for
    /// a call or are being evaluated meanwhile.
    public int room(Rung.Chat rung) {
        int at = rung.model().calls();
        return at + at / 2 + 4;
    }
}

package dev.tradewind.proposer.chat;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Task;
import dev.tradewind.prompt.Prompt;
import dev.tradewind.prompt.PromptLibrary;
import dev.tradewind.prompt.PromptName;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Briefing.Broken;
import dev.tradewind.proposer.Message;
import dev.tradewind.proposer.Request;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts what is asked for into words. Equal asks give equal requests, and all requests of a run
/// begin with the same message, which providers can keep.
///
/// Immutable, safe for any number of threads.
public final class Prompting {

    private final PromptLibrary library;
    private final Exhibit exhibit;
    private final VersionWords versions;
    private final Message system;

    public Prompting(Task task, PromptLibrary library) {
        this.library = library;
        this.exhibit = Exhibit.of(task.seed());
        this.versions = new VersionWords(task.objectives(), exhibit);
        this.system =
                Message.system(
                        library.prompt(PromptName.SYSTEM)
                                .render(new TaskWords(task, exhibit).values()));
    }

    /// What a rung is asked first.
    ///
    /// @throws IllegalArgumentException when the briefing lacks what its prompt needs
    public Request request(String rung, Ask ask) {
        Prompt prompt = library.prompt(PromptName.of(ask.briefing().prompt()));
        String text = prompt.render(values(prompt.name(), ask));
        return request(rung, prompt, List.of(system, Message.user(text)));
    }

    /// What is asked after an answer that failed. It goes on where that conversation stopped.
    public Request repair(Request before, String answer, FailureCause cause, String detail) {
        Prompt prompt = library.prompt(PromptName.REPAIR);
        List<Message> messages = new ArrayList<>(before.messages());
        if (!answer.isBlank()) {
            messages.add(Message.model(answer));
        }
        messages.add(Message.user(prompt.render(repairValues(List.of(), cause, detail))));
        return request(before.rung(), prompt, messages);
    }

    private static Request request(String rung, Prompt prompt, List<Message> messages) {
        return new Request(rung, prompt.name().word(), prompt.hash(), messages);
    }

    private Map<String, Object> values(PromptName name, Ask ask) {
        return switch (name) {
            case REWRITE, PATCH, CROSS, EXPLORE, REFLECT -> versions.values(ask);
            case REPAIR -> broken(ask.briefing().broken());
            case SYSTEM -> throw new IllegalArgumentException("the prompt system asks for nothing");
        };
    }

    private Map<String, Object> broken(@Nullable Broken broken) {
        if (broken == null) {
            throw new IllegalArgumentException("the prompt repair needs a program that failed");
        }
        return repairValues(
                exhibit.whole(broken.candidate().program()), broken.cause(), broken.detail());
    }

    private Map<String, Object> repairValues(
            List<Map<String, String>> files, FailureCause cause, String detail) {
        Map<String, Object> causes = new HashMap<>();
        causes.put("name", cause.name());
        for (FailureCause each : FailureCause.values()) {
            causes.put(each.name(), each == cause);
        }
        return Map.of(
                "cause", List.of(causes),
                "detail", Fence.around(detail),
                "broken", files,
                "single", exhibit.single());
    }
}

package dev.tradewind.proposer.chat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.tradewind.proposer.Message;
import dev.tradewind.proposer.Reply;
import dev.tradewind.proposer.Reply.Finish;
import dev.tradewind.proposer.Request;

import org.jspecify.annotations.Nullable;

/// Requests and answers in LangChain4j's words.
///
/// @param key taken out of every answer
record Conversation(ChatRung rung, Key key) {

    static ChatRequest asked(Request request) {
        return ChatRequest.builder()
                .messages(request.messages().stream().map(Conversation::message).toList())
                .build();
    }

    private static ChatMessage message(Message message) {
        return switch (message.role()) {
            case SYSTEM -> SystemMessage.from(message.text());
            case USER -> UserMessage.from(message.text());
            case MODEL -> AiMessage.from(message.text());
        };
    }

    Reply.Answered answered(ChatResponse response, Attempt attempt) {
        String text = text(response.aiMessage().text());
        String thinking = text(response.aiMessage().thinking());
        TokenCount tokens =
                TokenCount.of(
                        response.tokenUsage(),
                        attempt.request(),
                        text.length() + thinking.length());
        return new Reply.Answered(
                text,
                thinking,
                finish(response.finishReason()),
                servedBy(response.modelName()),
                tokens.usage(),
                tokens.estimated(),
                attempt.inFlight(),
                attempt.before());
    }

    /// An answer in which the provider says that it does not let the model answer.
    Reply.Answered filtered(String why, Attempt attempt) {
        TokenCount tokens = TokenCount.of(null, attempt.request(), why.length());
        return new Reply.Answered(
                key.redact(why),
                "",
                Finish.FILTERED,
                rung.model(),
                tokens.usage(),
                tokens.estimated(),
                attempt.inFlight(),
                attempt.before());
    }

    private String text(@Nullable String said) {
        return said == null ? "" : key.redact(said);
    }

    private String servedBy(@Nullable String model) {
        return model == null || model.isBlank() ? rung.model() : key.redact(model);
    }

    private static Finish finish(@Nullable FinishReason reason) {
        return switch (reason) {
            case STOP -> Finish.STOP;
            case LENGTH -> Finish.LENGTH;
            case CONTENT_FILTER -> Finish.FILTERED;
            case TOOL_EXECUTION, OTHER -> Finish.OTHER;
            case null -> Finish.OTHER;
        };
    }
}

package dev.tradewind.proposer.chat;

import dev.failsafe.Call;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.ContextualSupplier;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.tradewind.proposer.ProviderDown;
import dev.tradewind.proposer.ProviderRefused;
import dev.tradewind.proposer.Reply;
import dev.tradewind.proposer.Request;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;

/// Calls the model of one rung. The only layer that tries again: what cost nothing and may pass is
/// repeated with growing pauses, what may be billed never is, and what will stay wrong ends the
/// run. Nothing that leaves it holds the key.
///
/// Safe for any number of threads, virtual ones preferred; only as many calls as the rung allows
/// are in flight, none longer than its limit.
public final class ChatCaller implements AutoCloseable {

    private final ChatRung rung;
    private final Conversation conversation;
    private final Settling settling;
    private final Outage outage;
    private final Wire wire;
    private final ChatModel model;
    private final Semaphore slots;
    private final FailsafeExecutor<Reply> repeating = Failsafe.with(policy());
    private final Set<Call<Reply>> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    ChatCaller(ChatRung rung, Key key, Settling settling) {
        this.rung = rung;
        this.settling = settling;
        outage = settling.outage();
        conversation = new Conversation(rung, key);
        wire = new Wire(rung.limits().time(), completion(rung.provider()));
        model = new Models(rung, key, wire.builder()).model();
        slots = new Semaphore(rung.calls());
    }

    /// One for a rung.
    ///
    /// @param answeredBefore whether the rung has answered in this run before, so that its silence
    ///   is an outage and no mistake in the campaign
    public static ChatCaller of(ChatRung rung, Key key, Listener listener, boolean answeredBefore) {
        Retrying retrying = Retrying.DEFAULT;
        Outage outage = new Outage(rung, retrying, listener, System::nanoTime);
        Standing standing = new Standing(answeredBefore);
        return new ChatCaller(rung, key, new Settling(rung, key, retrying, standing, outage));
    }

    private static UnaryOperator<String> completion(Provider provider) {
        return switch (provider) {
            case GEMINI -> GeminiAnswer::completed;
            case OPENAI, ANTHROPIC, OLLAMA -> UnaryOperator.identity();
        };
    }

    private static RetryPolicy<Reply> policy() {
        return RetryPolicy.<Reply>builder()
                .handle(Attempt.Repeat.class)
                .withMaxRetries(-1)
                .withDelayFnOn(
                        context -> context.<Attempt.Repeat>getLastException().pause(),
                        Attempt.Repeat.class)
                .build();
    }

    /// Asks the model and waits for what comes of it.
    ///
    /// @throws ProviderDown when the provider has not answered for too long, or wants to be paid
    /// @throws ProviderRefused when it will never answer as the campaign stands
    /// @throws CancellationException when this is closed or the calling thread interrupted
    public Reply call(Request request) {
        ContextualSupplier<Reply, Reply> attempt =
                context -> attempt(request, context.getAttemptCount());
        Call<Reply> call = repeating.newCall(attempt);
        underWay.add(call);
        try {
            if (closed) {
                throw cancelled();
            }
            return call.execute();
        } catch (FailsafeException interrupted) {
            throw cancelled();
        } finally {
            underWay.remove(call);
        }
    }

    private CancellationException cancelled() {
        return new CancellationException("no more calls of rung " + rung.name());
    }

    private Reply attempt(Request request, int before) throws InterruptedException {
        slots.acquire();
        try {
            Outage.Pass pass = outage.enter();
            try {
                return ask(new Attempt(request, before, pass, new Trace()));
            } finally {
                outage.leave(pass);
            }
        } finally {
            slots.release();
        }
    }

    private Reply ask(Attempt attempt) throws InterruptedException {
        try {
            return read(answer(attempt), attempt);
        } catch (Mishap.Thrown thrown) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return settling.settled(Diagnosis.of(thrown.mishap()), attempt);
        } catch (ContentFilteredException filtered) {
            return settling.answered(conversation.filtered("" + filtered.getMessage(), attempt));
        }
    }

    private ChatResponse answer(Attempt attempt) {
        try {
            return ScopedValue.where(Trace.CURRENT, attempt.trace())
                    .call(() -> model.chat(Conversation.asked(attempt.request())));
        } catch (Mishap.Thrown | ContentFilteredException known) {
            throw known;
        } catch (RuntimeException unreadable) {
            if (!attempt.trace().received()) {
                throw unreadable;
            }
            // the readers of answers throw whatever comes to hand
            throw new Mishap.Thrown(new Mishap.Unreadable(attempt.trace().body()));
        }
    }

    private Reply read(ChatResponse response, Attempt attempt) {
        Reply.Answered answer = conversation.answered(response, attempt);
        boolean nothing = answer.text().isEmpty() && answer.thinking().isEmpty();
        return answer.estimated() && nothing
                ? settling.lost("neither an answer nor a usage", attempt)
                : settling.answered(answer);
    }

    /// Ends every call; those that wait return at once.
    @Override
    public void close() {
        closed = true;
        underWay.forEach(call -> call.cancel(true));
        wire.close();
    }
}

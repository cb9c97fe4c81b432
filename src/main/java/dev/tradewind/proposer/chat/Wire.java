package dev.tradewind.proposer.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

import javax.net.ssl.SSLException;

/// One HTTP client for all calls of a rung. Tells more than LangChain4j's own: the headers of a
/// refusal, and whether a byte of an answer had come when it failed. A call never takes longer than
/// its limit, whatever the other side does.
///
/// HTTP/1.1, so that a lost connection takes one call with it, and none is turned away because a
/// shared connection has too many streams. Calls in flight hold no thread but their caller's.
final class Wire implements HttpClient, AutoCloseable {

    /// No answer is longer; what is, is no answer.
    private static final long MOST_BYTES = 64L << 20;

    private static final Duration TO_CONNECT = Duration.ofSeconds(15);

    private final Duration limit;
    private final UnaryOperator<String> completion;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final java.net.http.HttpClient client;

    /// @param limit time of one call
    /// @param completion adds to an answer what its reader cannot do without
    Wire(Duration limit, UnaryOperator<String> completion) {
        this.limit = limit;
        this.completion = completion;
        client =
                java.net.http.HttpClient.newBuilder()
                        .version(java.net.http.HttpClient.Version.HTTP_1_1)
                        .connectTimeout(limit.compareTo(TO_CONNECT) < 0 ? limit : TO_CONNECT)
                        .executor(threads)
                        .build();
    }

    /// For the builders of models.
    HttpClientBuilder builder() {
        return new Shared(this);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        Trace trace = Trace.CURRENT.get();
        AtomicBoolean begun = new AtomicBoolean();
        try {
            HttpResponse<byte[]> response = answer(sent(request, begun), begun);
            return read(response, trace);
        } finally {
            trace.end();
        }
    }

    private SuccessfulHttpResponse read(HttpResponse<byte[]> response, Trace trace) {
        String body = new String(response.body(), UTF_8);
        if (response.statusCode() / 100 != 2) {
            throw new Mishap.Thrown(
                    new Mishap.Status(response.statusCode(), response.headers(), body));
        }
        trace.received(body);
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(completion.apply(body))
                .build();
    }

    private CompletableFuture<HttpResponse<byte[]>> sent(HttpRequest request, AtomicBoolean begun) {
        BodyHandler<byte[]> whole = BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES);
        BodyHandler<byte[]> watched =
                head -> {
                    begun.set(true);
                    return whole.apply(head);
                };
        try {
            return client.sendAsync(translated(request), watched);
        } catch (IllegalArgumentException wrong) {
            throw new Mishap.Thrown(new Mishap.Unreached("" + wrong.getMessage()));
        }
    }

    private static java.net.http.HttpRequest translated(HttpRequest request) {
        java.net.http.HttpRequest.Builder builder =
                java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                        .method(
                                request.method().name(),
                                request.body() == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(request.body()));
        request.headers()
                .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    private HttpResponse<byte[]> answer(
            CompletableFuture<HttpResponse<byte[]>> coming, AtomicBoolean begun) {
        try {
            return coming.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            throw new Mishap.Thrown(new Mishap.OutOfTime(limit));
        } catch (ExecutionException failure) {
            throw new Mishap.Thrown(mishap(cause(failure), begun.get()));
        } catch (InterruptedException _) {
            // a set flag would make LangChain4j wrap what is thrown here
            Trace.CURRENT.get().interrupt();
            throw new Mishap.Thrown(new Mishap.Dropped("interrupted"));
        } finally {
            coming.cancel(true);
        }
    }

    private static Throwable cause(Exception failure) {
        return failure.getCause() == null ? failure : failure.getCause();
    }

    private static Mishap mishap(Throwable cause, boolean begun) {
        String why = described(cause);
        if (begun) {
            return new Mishap.BrokenOff(why);
        }
        return switch (cause) {
            case ConnectException _, HttpConnectTimeoutException _, SSLException _ ->
                    new Mishap.Unreached(why);
            default -> new Mishap.Dropped(why);
        };
    }

    private static String described(Throwable cause) {
        String message = cause.getMessage();
        if (message != null) {
            return message;
        }
        return cause instanceof ConnectException
                ? "connection refused, or its name is not known"
                : cause.getClass().getSimpleName();
    }

    @Override
    public void execute(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are asked for in one piece");
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }

    /// Gives every model the same client; the limits of models' own are not wanted.
    private record Shared(Wire wire) implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return TO_CONNECT;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return wire.limit;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return wire;
        }
    }
}

package dev.tradewind.bench.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.tradewind.bench.provider.Counter.Order;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A provider on this machine, reachable from nowhere else. Each call has a virtual thread.
public final class LoopbackProvider implements AutoCloseable {

    private static final int WAITING = 1_024;
    private static final String JSON = "application/json";

    // The JDK's server closes idle connections above 200, under the hands of clients that were
    // about to use them, and lets short answers wait for more; it asks for both only once.
    static {
        preset("sun.net.httpserver.maxIdleConnections", "4096");
        preset("sun.net.httpserver.nodelay", "true");
    }

    private final LoopbackOptions options;
    private final Counter counter;
    private final Till till = new Till();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private LoopbackProvider(LoopbackOptions options) throws IOException {
        this.options = options;
        counter = new Counter(options);
        InetAddress here = InetAddress.getLoopbackAddress();
        server = HttpServer.create(new InetSocketAddress(here, options.port()), WAITING);
        server.createContext("/v1/chat/completions", this::completion);
        server.createContext("/v1/models", this::models);
        server.setExecutor(threads);
    }

    private static void preset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /// One that answers from now on.
    ///
    /// @throws IOException when its port is taken
    public static LoopbackProvider start(LoopbackOptions options) throws IOException {
        LoopbackProvider provider = new LoopbackProvider(options);
        provider.server.start();
        return provider;
    }

    /// The base of its interface, such as `http://127.0.0.1:40123/v1`.
    public URI address() {
        InetSocketAddress bound = server.getAddress();
        return URI.create(
                "http://%s:%d/v1".formatted(bound.getAddress().getHostAddress(), bound.getPort()));
    }

    /// What it has served so far.
    public Served served() {
        return till.served();
    }

    private void models(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, 200, JSON, Completion.models(options.models()));
        }
    }

    private void completion(HttpExchange exchange) throws IOException {
        till.enter();
        long arrived = System.nanoTime();
        try (exchange) {
            Asked asked = Asked.read(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            if (!admitted(exchange)) {
                refuse(exchange, 401, "Incorrect API key provided.", "invalid_api_key");
            } else if (asked == null) {
                refuse(exchange, 400, "No request for a completion.", "invalid_request");
            } else {
                serve(exchange, asked, counter.order(asked), arrived);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            till.leave();
        }
    }

    private boolean admitted(HttpExchange exchange) {
        String shown = exchange.getRequestHeaders().getFirst("Authorization");
        return options.key().isEmpty() || ("Bearer " + options.key()).equals(shown);
    }

    private void serve(HttpExchange exchange, Asked asked, @Nullable Order order, long arrived)
            throws IOException, InterruptedException {
        if (order == null) {
            String words = "The model `%s` does not exist.".formatted(asked.model());
            refuse(exchange, 404, words, "model_not_found");
            return;
        }
        Fault fault = order.fault();
        if (fault != null) {
            till.fault(fault);
        }
        if (fault == null || fault.answers()) {
            Thread.sleep(order.delay().minusNanos(System.nanoTime() - arrived));
            till.bill(order.completion().usage());
            answer(exchange, asked, order.completion());
        } else {
            fail(exchange, fault, order.completion());
        }
    }

    private static void answer(HttpExchange exchange, Asked asked, Completion completion)
            throws IOException {
        if (asked.streamed()) {
            send(exchange, 200, "text/event-stream", completion.streamed());
        } else {
            send(exchange, 200, JSON, completion.whole());
        }
    }

    private void fail(HttpExchange exchange, Fault fault, Completion completion)
            throws IOException, InterruptedException {
        String whole = completion.whole();
        switch (fault) {
            case RATE_LIMITED -> {
                String seconds = Long.toString(options.retryAfter().toSeconds());
                exchange.getResponseHeaders().set("Retry-After", seconds);
                refuse(exchange, 429, "Rate limit reached.", "rate_limit_exceeded");
            }
            case SERVER_ERROR -> refuse(exchange, 500, "The server had an error.", "server_error");
            case UNAVAILABLE -> refuse(exchange, 503, "The engine is overloaded.", "overloaded");
            case UNAUTHORISED ->
                    refuse(exchange, 401, "Incorrect API key provided.", "invalid_api_key");
            case REJECTED -> refuse(exchange, 400, "Invalid parameter.", "invalid_request");
            case OUT_OF_CREDIT ->
                    refuse(exchange, 429, "You exceeded your quota.", "insufficient_quota");
            case RESET -> exchange.close();
            case BROKEN_OFF -> {
                exchange.sendResponseHeaders(200, whole.length() * 2L);
                exchange.getResponseBody().write(whole.getBytes(UTF_8));
                exchange.getResponseBody().flush();
            }
            case HANG -> closing.await();
            case MALFORMED -> send(exchange, 200, JSON, whole.substring(0, whole.length() / 2));
            case HTML -> send(exchange, 200, "text/html", "<html><body>Welcome</body></html>");
            case NO_CHOICES -> send(exchange, 200, JSON, completion.without());
            case NULL -> send(exchange, 200, JSON, whole);
            case EMPTY, CUT_SHORT, NO_CODE, NO_USAGE, SLOW ->
                    throw new IllegalStateException(fault + " is an answer");
        }
    }

    private static void refuse(HttpExchange exchange, int status, String words, String code)
            throws IOException {
        send(exchange, status, JSON, Completion.error(words, code));
    }

    private static void send(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /// Stops at once; calls in flight lose their connection.
    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}

package dev.tradewind.proposer.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server that says what a test wants it to, and remembers what it heard.
final class Speaker implements AutoCloseable {

    private static final int WAITING = 1_024;

    private final Script script;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private Speaker(Script script) throws IOException {
        this.script = script;
        server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), WAITING);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /// Answers each request by itself.
    interface Script {
        Said answer(Heard heard) throws InterruptedException;
    }

    /// A request.
    record Heard(String path, Headers headers, String body) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (JsonProcessingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }

        String header(String name) {
            String value = headers.getFirst(name);
            return value == null ? "" : value;
        }
    }

    /// An answer.
    record Said(int status, Map<String, String> headers, String body) {

        static Said ok(String body) {
            return new Said(200, Map.of(), body);
        }

        static Said error(int status, String body) {
            return new Said(status, Map.of(), body);
        }
    }

    static Speaker saying(Script script) throws IOException {
        return new Speaker(script);
    }

    /// A good answer in OpenAI's words.
    static Said openAi(String text) {
        return Said.ok(
                """
                {"id": "x", "object": "chat.completion", "created": 0, "model": "small",
                 "choices": [{"index": 0, "finish_reason": "stop",
                   "message": {"role": "assistant", "content": "%s"}}],
                 "usage": {"prompt_tokens": 10, "completion_tokens": 2, "total_tokens": 12}}
                """
                        .formatted(text));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Heard> heard() {
        return heard;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Heard request =
                    new Heard(
                            exchange.getRequestURI().toString(),
                            exchange.getRequestHeaders(),
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            heard.add(request);
            Said said = script.answer(request);
            said.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = said.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(said.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

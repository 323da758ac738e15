package org.netzero.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The gateway's public API as a client with one key sees it.
public final class Api {

    private static final Duration LONGEST_IMPORT = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI address;
    private final String key;

    public Api(URI address, String key) {
        this.address = address;
        this.key = key;
    }

    /// An answer.
    ///
    /// @param status of HTTP; 0 when none came
    /// @param retryAfter what the header says; empty where there is none
    /// @param body as JSON
    public record Answer(int status, String retryAfter, JsonNode body) {
        public boolean isGood() {
            return status / 100 == 2;
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer put(String path, String json) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Answer post(String path, String json) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /// Sends readings in line protocol, their times in seconds.
    public Answer lines(String lines) {
        return send(
                request("/api/telemetry/influx/api/v2/write?precision=s")
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(lines)));
    }

    public Answer importing(String kind, String csv) {
        return send(
                request("/api/imports/" + kind)
                        .timeout(LONGEST_IMPORT)
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofString(csv)));
    }

    /// Asks again until the answer pleases or two minutes are over; says what it saw last.
    public static <T> T eventually(String what, Supplier<T> asked, Predicate<T> pleases) {
        return eventually(Duration.ofMinutes(2), what, asked, pleases);
    }

    /// The same with another patience.
    public static <T> T eventually(
            Duration patience, String what, Supplier<T> asked, Predicate<T> pleases) {
        long end = System.nanoTime() + patience.toNanos();
        T last = asked.get();
        while (!pleases.test(last)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "Waited %d s for: %s; saw last: %s"
                                .formatted(patience.toSeconds(), what, last));
            }
            pause();
            last = asked.get();
        }
        return last;
    }

    public static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("X-API-Key", key)
                .header("Accept", "application/json");
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Retry-After").orElse(""),
                    parse(answer.body()));
        } catch (IOException away) {
            return new Answer(0, "", JSON.createObjectNode().put("detail", String.valueOf(away)));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            return JSON.createObjectNode().put("detail", body);
        }
    }
}

package org.netzero.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.netzero.journey.Suite;

/// Sends bodies that a client had better not hold, and takes answers that it had better not read
/// while the clock runs.
final class Sender {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Suite suite;

    Sender(Suite suite) {
        this.suite = suite;
    }

    /// @return the whole answer
    byte[] file(String path, String type, Path file) throws IOException, InterruptedException {
        return post(path, type, HttpRequest.BodyPublishers.ofFile(file));
    }

    /// @return the whole answer
    byte[] json(String path, byte[] body) throws IOException, InterruptedException {
        return post(path, "application/json", HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private byte[] post(String path, String type, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                http.send(
                        HttpRequest.newBuilder(suite.address().resolve(path))
                                .timeout(LONGEST)
                                .header("X-API-Key", suite.adminKey())
                                .header("Content-Type", type)
                                .header("Accept", "application/json")
                                .POST(body)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(
                    "Refused with %d: %s"
                            .formatted(answer.statusCode(), new String(answer.body(), UTF_8)));
        }
        return answer.body();
    }
}

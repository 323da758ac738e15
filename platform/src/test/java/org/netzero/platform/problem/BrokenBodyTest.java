package org.netzero.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.netzero.platform.problem.BrokenBody.isBehind;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class BrokenBodyTest {

    private final Logger log = Logger.getLogger(ProblemMappers.class.getName());
    private final BlockingQueue<LogRecord> logged = new LinkedBlockingQueue<>();
    private final Handler listener =
            new Handler() {
                @Override
                public void publish(LogRecord entry) {
                    logged.add(entry);
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeEach
    void listen() {
        log.addHandler(listener);
    }

    @AfterEach
    void listenNoMore() {
        log.removeHandler(listener);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/ping/first-line, text/csv",
        "/api/ping, application/json",
        "/api/ping/counted, application/json",
    })
    void aCallerThatHangsUpInTheMiddleOfItsBodyIsNoIncident(String path, String type)
            throws IOException, InterruptedException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(
                            """
                            POST %s HTTP/1.1\r
                            Host: localhost\r
                            Authorization: Bearer %s\r
                            Content-Type: %s\r
                            Content-Length: 1000\r
                            Expect: 100-continue\r
                            \r
                            """
                                    .formatted(path, LocalStack.token("tester", "steward"), type)
                                    .getBytes(StandardCharsets.UTF_8));
            awaitGoAhead(socket);
            socket.getOutputStream().write("{\"name\": ".getBytes(StandardCharsets.UTF_8));
        }

        LogRecord entry = logged.poll(30, TimeUnit.SECONDS);
        assertThat(entry).isNotNull();
        assertThat(entry.getMessage()).doesNotContain("incident").contains("broke off");
        assertThat(entry.getLevel()).isEqualTo(Level.INFO);
        assertThat(entry.getThrown()).isNull();
    }

    /// The body is being read from then on.
    private static void awaitGoAhead(Socket socket) throws IOException {
        String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
        assertThat(status).isEqualTo("HTTP/1.1 100");
    }

    @Test
    void whatElseIsWrongStaysAnIncident() {
        assertThat(isBehind(new IOException("No space left on device"))).isFalse();
        assertThat(isBehind(new IllegalStateException("Connection was closed"))).isFalse();
    }

    @Test
    void aBodyThatStandsStillIsOfItsCaller() {
        assertThat(isBehind(new UncheckedIOException(new IOException("Read timed out")))).isTrue();
    }
}

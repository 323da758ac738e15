package org.netzero.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.netzero.gateway.GatewayStack.as;
import static org.netzero.gateway.GatewayStack.key;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BrokenBodyTest {

    private final Logger log = Logger.getLogger(Forwarding.class.getName());
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

    /// The service is there; it is the caller who is not.
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000", "Transfer-Encoding: chunked"})
    void aCallerThatHangsUpIsNotTakenForAServiceThatIsAway(String length)
            throws IOException, InterruptedException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            ask(socket, "/api/energy/records", key("steward"), length);
            socket.getOutputStream().write("7\r\n[{\"id\":\r\n".getBytes(StandardCharsets.UTF_8));
        }

        LogRecord entry = logged.poll(30, TimeUnit.SECONDS);
        assertThat(entry).isNotNull();
        assertThat(entry.getMessage()).contains("broke off");
        assertThat(entry.getLevel()).isEqualTo(Level.INFO);
    }

    /// Whether it ends its connection or resets it, as a browser may whose page is left.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCallerThatLeavesWhileTheServiceIsAtWorkTakesNoOtherAlong(boolean resets)
            throws Exception {
        // Given
        String key = key("steward");
        String atWork = "/api/imports/energy?pause=2000";
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> wanted =
                    others.submit(() ->
                            as(key).contentType(ContentType.TEXT)
                                    .body("[]")
                                    .post(atWork)
                                    .statusCode());
            // When
            try (var socket = new Socket("localhost", RestAssured.port)) {
                ask(socket, atWork, key, "Content-Length: 2");
                socket.getOutputStream().write("[]".getBytes(StandardCharsets.UTF_8));
                socket.setSoLinger(resets, 0);
            }
            // Then
            LogRecord entry = logged.poll(30, TimeUnit.SECONDS);
            assertThat(entry).isNotNull();
            assertThat(entry.getMessage()).contains("broke off");
            assertThat(entry.getLevel()).isEqualTo(Level.INFO);
            assertThat(wanted.get(30, TimeUnit.SECONDS)).isEqualTo(200);
            assertThat(logged).isEmpty();
        }
    }

    /// Returns when the gateway has gone to the service and waits for the body. Nothing is left
    /// unread, which would make a reset of each end.
    private static void ask(Socket socket, String address, String key, String length)
            throws IOException {
        socket.getOutputStream()
                .write(
                        """
                        POST %s HTTP/1.1\r
                        Host: localhost\r
                        X-API-Key: %s\r
                        Content-Type: application/json\r
                        %s\r
                        Expect: 100-continue\r
                        \r
                        """
                                .formatted(address, key, length)
                                .getBytes(StandardCharsets.UTF_8));
        var goAhead = new StringBuilder();
        while (goAhead.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as(goAhead.toString()).isNotNegative();
            goAhead.append((char) next);
        }
        assertThat(goAhead.toString()).startsWith("HTTP/1.1 100");
    }
}

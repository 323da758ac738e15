package org.netzero.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.netzero.gateway.GatewayStack.key;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
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
            socket.getOutputStream()
                    .write(
                            """
                            POST /api/energy/records HTTP/1.1\r
                            Host: localhost\r
                            X-API-Key: %s\r
                            Content-Type: application/json\r
                            %s\r
                            Expect: 100-continue\r
                            \r
                            """
                                    .formatted(key("steward"), length)
                                    .getBytes(StandardCharsets.UTF_8));
            String goAhead =
                    new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
            assertThat(goAhead).isEqualTo("HTTP/1.1 100");
            socket.getOutputStream().write("7\r\n[{\"id\":\r\n".getBytes(StandardCharsets.UTF_8));
        }

        LogRecord entry = logged.poll(30, TimeUnit.SECONDS);
        assertThat(entry).isNotNull();
        assertThat(entry.getMessage()).contains("broke off");
        assertThat(entry.getLevel()).isEqualTo(Level.INFO);
    }
}

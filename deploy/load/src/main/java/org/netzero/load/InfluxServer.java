package org.netzero.load;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.netzero.journey.Api;

/// InfluxDB 1.x, as its Debian package installs it, on an empty folder of its own and with its
/// defaults, by which a write is synced before it is answered.
final class InfluxServer implements AutoCloseable {

    static final String DATABASE = "load";

    private static final Path PROGRAM = Path.of("/usr/bin/influxd");
    private static final long STOP_SECONDS = 30;
    private static final int STARTS = 120;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final Process process;
    private final URI address;

    private InfluxServer(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.address = URI.create("http://127.0.0.1:" + port);
    }

    /// Starts a server; empty where there is no InfluxDB on this machine.
    static Optional<InfluxServer> start() throws IOException, InterruptedException {
        if (!Files.isExecutable(PROGRAM)) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("netzero-load-influx-");
        int port = freePort();
        Path settings = folder.resolve("influxdb.conf");
        Files.writeString(
                settings,
                """
                reporting-disabled = true
                bind-address = "127.0.0.1:%d"
                [meta]
                dir = "%3$s/meta"
                [data]
                dir = "%3$s/data"
                wal-dir = "%3$s/wal"
                [http]
                bind-address = "127.0.0.1:%2$d"
                """
                        .formatted(freePort(), port, folder));
        Process process =
                new ProcessBuilder(PROGRAM.toString(), "-config", settings.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("influxdb.log").toFile())
                        .start();
        var server = new InfluxServer(folder, process, port);
        try {
            server.awaitStart();
            server.query("create database " + DATABASE);
            return Optional.of(server);
        } catch (IOException | InterruptedException | RuntimeException | AssertionError failed) {
            server.close();
            throw failed;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart() {
        for (int i = 0; i < STARTS && process.isAlive(); i++) {
            try (var connected = new Socket(address.getHost(), address.getPort())) {
                if (connected.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                Api.pause();
            }
        }
        throw new AssertionError("InfluxDB does not start: " + log());
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("influxdb.log"));
        } catch (IOException unreadable) {
            return String.valueOf(unreadable.getMessage());
        }
    }

    URI address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    /// The answer of a statement of InfluxQL, as it comes.
    String query(String statement) throws IOException, InterruptedException {
        String path =
                "/query?db=%s&q=%s"
                        .formatted(DATABASE, URLEncoder.encode(statement, StandardCharsets.UTF_8));
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(address.resolve(path))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(statement + ": " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

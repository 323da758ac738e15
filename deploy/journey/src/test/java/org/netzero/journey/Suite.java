package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The packaged suite, started and stopped with the command its users type, on a data folder and a
/// port of its own.
final class Suite implements AutoCloseable {

    private static final Path ROOT = Path.of(System.getProperty("netzero.root"));
    private static final long START_MINUTES = 5;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path data;
    private final int port;

    private Suite(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /// Starts the suite on an empty data folder below this module's `target`; the one that journeys
    /// shared ends.
    static Suite start(String name, String... options) {
        PublishedSuite.end();
        try {
            Path data =
                    Files.createTempDirectory(
                            Files.createDirectories(ROOT.resolve("deploy/journey/target")),
                            name + "-");
            var suite = new Suite(data, freePort());
            suite.up(options);
            return suite;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Starts the suite on the data it already has.
    void up(String... options) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "up",
                                "--detach",
                                "--port",
                                String.valueOf(port),
                                "--data-dir",
                                data.toString()));
        arguments.addAll(List.of(options));
        assertThat(netzero(arguments)).as("exit of ./netzero up, see %s", output()).isZero();
    }

    void down() {
        assertThat(netzero(List.of("down", "--data-dir", data.toString())))
                .as("exit of ./netzero down, see %s", output())
                .isZero();
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    Path data() {
        return data;
    }

    String adminKey() {
        try {
            return Files.readString(data.resolve("admin.key")).strip();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// Ends a service as a crash would, without warning, and waits until another process has its
    /// place.
    void kill(String service) {
        long victim = pid(service);
        ProcessHandle.of(victim).ifPresent(ProcessHandle::destroyForcibly);
        Api.eventually("a new process for " + service, () -> pid(service), pid -> pid != victim);
    }

    private long pid(String service) {
        try {
            for (JsonNode part : JSON.readTree(data.resolve("stack.json").toFile()).path("parts")) {
                if (part.path("name").asText().equals(service)) {
                    return part.path("pid").asLong();
                }
            }
            throw new AssertionError("no part " + service + " is recorded");
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// What the command has printed so far.
    String printed() {
        try {
            return Files.readString(output());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    public void close() {
        down();
    }

    private int netzero(List<String> arguments) {
        var command = new ArrayList<>(List.of(ROOT.resolve("netzero").toString()));
        command.addAll(arguments);
        var builder =
                new ProcessBuilder(command)
                        .directory(ROOT.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
        // the build that runs this test has just packaged what is tested
        builder.environment().put("NETZERO_BUILT", "yes");
        try {
            Process process = builder.start();
            if (!process.waitFor(START_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(
                        "./netzero " + arguments + " did not end, see " + output());
            }
            return process.exitValue();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private Path output() {
        return data.resolveSibling(data.getFileName() + ".out");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

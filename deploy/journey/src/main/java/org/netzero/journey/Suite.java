package org.netzero.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The packaged suite, started and stopped with the command its users type, on a data folder and a
/// port of its own.
public final class Suite implements AutoCloseable {

    public static final String POSTGRES = "PostgreSQL";
    public static final String KAFKA = "Kafka";

    private static final Path ROOT = Path.of(System.getProperty("netzero.root"));
    private static final Installation OWN = new Installation(ROOT, List.of());
    private static final long START_MINUTES = 5;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Installation installation;
    private final Path data;
    private final int port;

    private Suite(Installation installation, Path data, int port) {
        this.installation = installation;
        this.data = data;
        this.port = port;
    }

    /// Where the suite lies, and who runs it.
    ///
    /// @param checkout a built one
    /// @param as what comes before the command to run it as somebody else; empty for oneself
    public record Installation(Path checkout, List<String> as) {
        public Installation {
            as = List.copyOf(as);
        }
    }

    /// Starts the suite on an empty data folder below this module's `target`.
    public static Suite start(String name, String... options) {
        try {
            Path data =
                    Files.createTempDirectory(
                            Files.createDirectories(ROOT.resolve("deploy/journey/target")),
                            name + "-");
            return start(OWN, data, options);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Starts another installation of the suite.
    public static Suite start(Installation installation, Path data, String... options) {
        try {
            var suite = new Suite(installation, data, freePort());
            suite.up(options);
            return suite;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The suite that runs on a data folder already.
    public static Suite running(Path data) {
        try {
            URI gateway = URI.create(record(data).path("gateway").asText());
            return new Suite(OWN, data, gateway.getPort());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// Starts the suite on the data it already has.
    public void up(String... options) {
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
        netzero(arguments);
    }

    public void down() {
        netzero(List.of("down", "--data-dir", data.toString()));
    }

    /// Throws away the data of a suite that was stopped.
    public void forget() {
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(Suite::delete);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(java.io.File file) {
        if (!file.delete()) {
            throw new UncheckedIOException(new IOException("cannot delete " + file));
        }
    }

    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    public Path data() {
        return data;
    }

    public String adminKey() {
        try {
            return Files.readString(data.resolve("admin.key")).strip();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// Ends a part as a crash would, without warning, and waits until another process has its
    /// place. One that is being started again is waited for first.
    public void kill(String part) {
        long victim =
                Api.eventually(
                                Duration.ofMinutes(START_MINUTES),
                                "a process for " + part,
                                () -> pid(part),
                                OptionalLong::isPresent)
                        .orElseThrow(() -> missing(part));
        ProcessHandle.of(victim).ifPresent(ProcessHandle::destroyForcibly);
        Api.eventually(
                Duration.ofMinutes(START_MINUTES),
                "a new process for " + part,
                () -> pid(part),
                pid -> pid.isPresent() && pid.getAsLong() != victim);
    }

    private OptionalLong pid(String part) {
        return recorded(part).stream().mapToLong(found -> found.path("pid").asLong()).findAny();
    }

    /// The processes of the parts.
    public List<ProcessHandle> processes() {
        try {
            var processes = new ArrayList<ProcessHandle>();
            for (JsonNode part : record(data).path("parts")) {
                ProcessHandle.of(part.path("pid").asLong()).ifPresent(processes::add);
            }
            return processes;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// Where a part listens.
    public int port(String part) {
        return recorded(part).orElseThrow(() -> missing(part)).path("port").asInt();
    }

    private AssertionError missing(String part) {
        return new AssertionError("no part " + part + " is recorded in " + data);
    }

    private Optional<JsonNode> recorded(String name) {
        try {
            for (JsonNode part : record(data).path("parts")) {
                if (part.path("name").asText().equals(name)) {
                    return Optional.of(part);
                }
            }
            return Optional.empty();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static JsonNode record(Path data) throws IOException {
        return JSON.readTree(data.resolve("stack.json").toFile());
    }

    /// What the command has printed so far.
    public String printed() {
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

    private void netzero(List<String> arguments) {
        var command = new ArrayList<>(installation.as());
        command.add(installation.checkout().resolve("netzero").toString());
        command.addAll(arguments);
        var builder =
                new ProcessBuilder(command)
                        .directory(installation.checkout().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
        // the build that runs this has just packaged what is run
        builder.environment().put("NETZERO_BUILT", "yes");
        try {
            Process process = builder.start();
            if (!process.waitFor(START_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(
                        "./netzero %s did not end: %s"
                                .formatted(arguments, Files.readString(output())));
            }
            if (process.exitValue() != 0) {
                throw new AssertionError(
                        "./netzero %s ended with %d: %s"
                                .formatted(
                                        arguments,
                                        process.exitValue(),
                                        Files.readString(output())));
            }
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

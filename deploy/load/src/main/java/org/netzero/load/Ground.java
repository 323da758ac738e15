package org.netzero.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.netzero.journey.Api;
import org.netzero.journey.Suite;

/// What benchmarks run on: a suite with the published data set, its embedded PostgreSQL and its
/// embedded Kafka. It is started when the first benchmark needs it, and thrown away in the end,
/// unless it ran before.
final class Ground {

    private static final double KILOBYTES_PER_MEGABYTE = 1_024;

    private final Optional<Path> running;
    private @Nullable Suite suite;
    private @Nullable Api api;

    /// @param running the data folder of a suite that runs; empty starts one of its own
    Ground(Optional<Path> running) {
        this.running = running;
    }

    Suite suite() {
        if (suite == null) {
            suite = running.map(Suite::running).orElseGet(Ground::start);
        }
        return suite;
    }

    /// Whoever stops the benchmarks stops the suite that they started, too.
    private static Suite start() {
        Suite started = Suite.start("load");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started), "suite-down"));
        return started;
    }

    private static void end(Suite started) {
        started.down();
        started.forget();
    }

    Api api() {
        if (api == null) {
            api = new Api(suite().address(), suite().adminKey());
        }
        return api;
    }

    /// A connection as the role of a service, to its database.
    Connection database(String name) throws IOException, SQLException {
        var passwords = new Properties();
        passwords.load(
                new StringReader(
                        Files.readString(suite().data().resolve("database-passwords.properties"))));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(suite().port(Suite.POSTGRES), name),
                name,
                passwords.getProperty(name));
    }

    /// Waits for the end of an import that runs in the background.
    ///
    /// @param receipt the answer to its file
    static JsonNode ended(Api api, JsonNode receipt) {
        JsonNode now = receipt;
        while (List.of("QUEUED", "RUNNING").contains(now.path("status").asText())) {
            Api.pause();
            now = good(api.get(receipt.path("progress").asText())).body();
        }
        return now;
    }

    /// The most memory that the process of a part ever had resident.
    double peakMegabytes(String part) throws IOException {
        return peakMegabytes(pid(part));
    }

    /// What of a service's heap is in use once everything else is collected.
    double heapMegabytes(String service) throws IOException, InterruptedException {
        Process histogram =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(pid(service)),
                                "GC.class_histogram")
                        .redirectErrorStream(true)
                        .start();
        List<String> lines = histogram.inputReader().lines().toList();
        histogram.waitFor();
        String total = lines.isEmpty() ? "" : lines.getLast();
        if (!total.startsWith("Total")) {
            throw new AssertionError("jcmd tells no heap of %s: %s".formatted(service, total));
        }
        return Long.parseLong(total.strip().replaceAll(".*\\s", ""))
                / KILOBYTES_PER_MEGABYTE
                / KILOBYTES_PER_MEGABYTE;
    }

    private long pid(String part) throws IOException {
        JsonNode stack = new ObjectMapper().readTree(suite().data().resolve("stack.json").toFile());
        for (JsonNode known : stack.path("parts")) {
            if (known.path("name").asText().equals(part)) {
                return known.path("pid").asLong();
            }
        }
        throw new AssertionError("no part %s in %s".formatted(part, stack));
    }

    /// The processes of all parts, and this one as the sender.
    Map<String, Long> processes() throws IOException {
        JsonNode stack = new ObjectMapper().readTree(suite().data().resolve("stack.json").toFile());
        Map<String, Long> processes = new LinkedHashMap<>();
        for (JsonNode known : stack.path("parts")) {
            processes.put(known.path("name").asText(), known.path("pid").asLong());
        }
        processes.put("sender", ProcessHandle.current().pid());
        return processes;
    }

    private static double peakMegabytes(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/%d/status".formatted(pid)))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES_PER_MEGABYTE;
            }
        }
        throw new AssertionError("the system does not tell the memory of process " + pid);
    }

    String kafka() {
        return "127.0.0.1:" + suite().port(Suite.KAFKA);
    }

    /// @throws AssertionError when the answer is not a good one
    static Api.Answer good(Api.Answer answer) {
        if (!answer.isGood()) {
            throw new AssertionError("Refused: " + answer);
        }
        return answer;
    }
}

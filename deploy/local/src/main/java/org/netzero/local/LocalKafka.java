package org.netzero.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An Apache Kafka broker (KRaft, one node) in a process of its own, on a folder of its own. The
/// data stay when it stops.
///
/// It listens on 127.0.0.1 only and ends with the JVM that started it, however that JVM ends.
public final class LocalKafka implements RunningPart {

    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final String STARTED = "Kafka Server started";
    private static final String PROCESS_FILE = "broker.pid";
    private static final String CLUSTER_FILE = "cluster.id";
    private static final String TEMPORARY = "temporary";

    private final Process process;
    private final Settings settings;

    private LocalKafka(Process process, Settings settings) {
        this.process = process;
        this.settings = settings;
    }

    /// How to run it.
    ///
    /// @param home the folder of the broker's jars
    /// @param data the folder of its topics
    /// @param log the file the broker writes to
    /// @param port 0 takes a free one
    /// @param jvmOptions how its JVM is tuned
    public record Settings(Path home, Path data, Path log, int port, List<String> jvmOptions) {

        public Settings {
            port = Ports.freeUnlessGiven(port);
            jvmOptions = List.copyOf(jvmOptions);
        }

        String bootstrapServers() {
            return Ports.HOST + ":" + port;
        }
    }

    public static LocalKafka start(Settings settings) {
        Path data = settings.data().toAbsolutePath();
        if (!Files.isDirectory(settings.home())) {
            throw new StackException(
                    "No Kafka in %s; the build puts it there: ./mvnw generate-resources -pl deploy/kafka"
                            .formatted(settings.home()));
        }
        try {
            Files.createDirectories(data);
            stopLeftOver(data);
            Path properties = data.resolve("server.properties");
            Files.writeString(properties, properties(data, settings.port()));
            LogFile log = new LogFile(settings.log());
            long logStart = log.length();
            Process process = launch(settings, properties, clusterId(data));
            StartedProcess.of(process.toHandle()).write(data.resolve(PROCESS_FILE));
            awaitStart(process, log, logStart);
            return new LocalKafka(process, settings);
        } catch (IOException e) {
            throw new StackException("Kafka does not start on " + data, e);
        }
    }

    /// Stops a broker on the folder that outlived whoever started it.
    public static void stopLeftOver(Path data) {
        StartedProcess.read(data.resolve(PROCESS_FILE))
                .ifPresent(leftOver -> leftOver.stop(STOP_PATIENCE));
    }

    private static Process launch(Settings settings, Path properties, String clusterId)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ChildProcess.java());
        command.addAll(settings.jvmOptions());
        command.add(TemporaryFolder.option(settings.data().resolve(TEMPORARY)));
        command.addAll(
                List.of(
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                        "-cp",
                        classPath(settings.home()),
                        KafkaBroker.class.getName(),
                        properties.toString(),
                        clusterId));
        return ChildProcess.prepare(command, Map.of(), settings.log()).start();
    }

    /// The broker's jars in an order that stays the same, as class data sharing asks, and its main
    /// class.
    static String classPath(Path home) {
        try (Stream<Path> jars = Files.list(home.toAbsolutePath())) {
            return Stream.concat(jars.sorted(), Stream.of(ownClasses()))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path ownClasses() {
        try {
            return Path.of(
                    KafkaBroker.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Cannot find the broker's main class", e);
        }
    }

    /// The identity of the cluster, made once per folder.
    private static String clusterId(Path data) throws IOException {
        Path file = data.resolve(CLUSTER_FILE);
        if (!Files.exists(file) || Files.size(file) == 0) {
            UUID uuid = UUID.randomUUID();
            byte[] bytes =
                    ByteBuffer.allocate(16)
                            .putLong(uuid.getMostSignificantBits())
                            .putLong(uuid.getLeastSignificantBits())
                            .array();
            Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return Files.readString(file).strip();
    }

    private static String properties(Path data, int port) {
        int controllerPort = Ports.free();
        return """
        process.roles=broker,controller
        node.id=1
        listeners=PLAINTEXT://%1$s:%2$d,CONTROLLER://%1$s:%3$d
        advertised.listeners=PLAINTEXT://%1$s:%2$d
        controller.listener.names=CONTROLLER
        controller.quorum.voters=1@%1$s:%3$d
        listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
        log.dirs=%4$s
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=10
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=10
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        group.initial.rebalance.delay.ms=0
        offsets.retention.minutes=525600
        auto.create.topics.enable=false
        log.cleaner.dedupe.buffer.size=16777216
        message.max.bytes=4194304
        """
                .formatted(Ports.HOST, port, controllerPort, data.resolve("topics"));
    }

    private static void awaitStart(Process process, LogFile log, long logStart) throws IOException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new StackException("Kafka ended while starting: " + log.ending());
            }
            if (log.since(logStart).contains(STARTED)) {
                return;
            }
            if (!Pause.of(POLL)) {
                process.destroyForcibly();
                throw new StackException("Interrupted while Kafka was starting");
            }
        }
        process.destroyForcibly();
        throw new StackException(
                "Kafka did not start within %d s: %s"
                        .formatted(START_PATIENCE.toSeconds(), log.ending()));
    }

    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    @Override
    public int port() {
        return settings.port();
    }

    @Override
    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StartedProcess.of(process.toHandle()).stop(STOP_PATIENCE);
    }
}

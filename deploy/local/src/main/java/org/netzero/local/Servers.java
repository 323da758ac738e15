package org.netzero.local;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The database server and the broker the services stand on: embedded, or external where the
/// environment names them.
final class Servers {

    static final String POSTGRES = "PostgreSQL";
    static final String KAFKA = "Kafka";

    private static final Pattern HOST_AND_PORT = Pattern.compile("(.+):([0-9]{1,5})");
    private static final List<String> BROKER_JVM =
            List.of("-Xms128m", "-Xmx512m", "-XX:+UseSerialGC");

    private final Stack stack;
    private final DataFolder folder;
    private final Secrets secrets;
    private final ExternalServers external;
    private final Progress progress;

    Servers(
            Stack stack,
            DataFolder folder,
            Secrets secrets,
            ExternalServers external,
            Progress progress) {
        this.stack = stack;
        this.folder = folder;
        this.secrets = secrets;
        this.external = external;
        this.progress = progress;
    }

    /// Where they are.
    record Addresses(DatabaseServer database, String kafka) {}

    /// Starts both at once; afterwards every service's database exists.
    Addresses start(Path kafkaHome, StartCaches caches) {
        CompletableFuture<String> broker =
                CompletableFuture.supplyAsync(() -> kafka(kafkaHome, caches));
        DatabaseServer database = database();
        try {
            return new Addresses(database, broker.join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof StackException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private DatabaseServer database() {
        long start = System.nanoTime();
        DatabaseServer server = external.database().orElseGet(this::embeddedPostgres);
        for (SuiteService service : SuiteService.values()) {
            try {
                server.provide(database(service));
            } catch (SQLException e) {
                throw new StackException(
                        "Cannot create the database %s on %s: %s"
                                .formatted(service.database(), server.address(), e.getMessage()),
                        e);
            }
        }
        progress.done(POSTGRES, server.address(), since(start));
        return server;
    }

    Database database(SuiteService service) {
        return new Database(
                service.database(),
                service.database(),
                secrets.databasePassword(service.database()));
    }

    private DatabaseServer embeddedPostgres() {
        LocalPostgres.Settings settings =
                new LocalPostgres.Settings(
                        folder.postgres(),
                        folder.programs(),
                        folder.log("postgres").path(),
                        0,
                        secrets.databasePassword(LocalPostgres.SUPERUSER),
                        true);
        stack.start(
                new StackPart(
                        POSTGRES, "", folder.log("postgres"), () -> LocalPostgres.start(settings)));
        return settings.server();
    }

    private String kafka(Path home, StartCaches caches) {
        long start = System.nanoTime();
        String address =
                external.kafka().map(Servers::reachable).orElseGet(() -> embedded(home, caches));
        progress.done(KAFKA, address, since(start));
        return address;
    }

    /// @throws StackException when nothing answers there
    static String reachable(String bootstrapServers) {
        for (String server : bootstrapServers.split(",", -1)) {
            Matcher hostAndPort = HOST_AND_PORT.matcher(server.strip());
            if (!hostAndPort.matches()) {
                throw new StackException(
                        "NETZERO_KAFKA_BOOTSTRAP must be host:port[,host:port], not "
                                + bootstrapServers);
            }
            int port = Integer.parseInt(hostAndPort.group(2));
            if (Ports.answers(new InetSocketAddress(hostAndPort.group(1), port))) {
                return bootstrapServers;
            }
        }
        throw new StackException(
                "Nothing answers at %s, which NETZERO_KAFKA_BOOTSTRAP names"
                        .formatted(bootstrapServers));
    }

    private String embedded(Path home, StartCaches caches) {
        StartCache cache =
                caches.cache(
                        "kafka", BROKER_JVM, LocalKafka.classPath(home), LocalKafka.ownClasses());
        LocalKafka.Settings settings =
                new LocalKafka.Settings(
                        home,
                        folder.kafka(),
                        folder.log("kafka").path(),
                        0,
                        cache.with(BROKER_JVM));
        stack.start(
                new StackPart(KAFKA, "", folder.log("kafka"), () -> LocalKafka.start(settings)));
        return settings.bootstrapServers();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}

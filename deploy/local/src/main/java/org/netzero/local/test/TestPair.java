package org.netzero.local.test;

import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.netzero.local.Database;
import org.netzero.local.LocalKafka;
import org.netzero.local.LocalPostgres;
import org.netzero.local.SigningKeys;

/// The PostgreSQL and the Kafka of this test JVM.
///
/// Quarkus loads test classes again for every test profile, so what is one per JVM lives in system
/// properties and not in static fields.
enum TestPair {
    BOOTSTRAP_SERVERS("netzero.test.kafka"),
    JDBC_URL("netzero.test.jdbc-url"),
    USERNAME("netzero.test.username"),
    PASSWORD("netzero.test.password"),
    PRIVATE_KEY("netzero.test.private-key"),
    PUBLIC_KEY("netzero.test.public-key"),
    PUBLIC_KEY_FILE("netzero.test.public-key-file");

    private static final Path DATA = Path.of("target", "local-stack").toAbsolutePath();
    private static final String HOME_PROPERTY = "netzero.kafka.home";
    private static final String SECRET = "test";
    private static final int BROKER_HEAP_MEGABYTES = 256;

    private final String property;

    TestPair(String property) {
        this.property = property;
    }

    String value() {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException(
                    "The local stack is not started: the test class needs"
                            + " @QuarkusTestResource(LocalStack.class)");
        }
        return value;
    }

    private void set(String value) {
        System.setProperty(property, value);
    }

    static PrivateKey privateKey() {
        try {
            return KeyUtils.decodePrivateKey(PRIVATE_KEY.value());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of this test run cannot be read", e);
        }
    }

    /// Starts the pair with the database, unless this JVM has it already.
    static synchronized void start(String databaseName) {
        if (System.getProperty(JDBC_URL.property) != null) {
            return;
        }
        Path home = kafkaHome();
        LocalPostgres.stopLeftOver(DATA.resolve("postgres"));
        LocalKafka.stopLeftOver(DATA.resolve("kafka"));
        delete(DATA);
        Path log = DATA.resolve("logs");
        LocalKafka.Settings kafkaSettings =
                new LocalKafka.Settings(
                        home,
                        DATA.resolve("kafka"),
                        log.resolve("kafka.log"),
                        0,
                        BROKER_HEAP_MEGABYTES);
        LocalPostgres.Settings postgresSettings =
                new LocalPostgres.Settings(
                        DATA.resolve("postgres"),
                        home.resolveSibling("postgres"),
                        log.resolve("postgres.log"),
                        0,
                        SECRET,
                        false);
        CompletableFuture<LocalKafka> broker =
                CompletableFuture.supplyAsync(() -> LocalKafka.start(kafkaSettings));
        LocalPostgres postgres = LocalPostgres.start(postgresSettings);
        LocalKafka kafka = broker.join();
        stopAtExit(postgres, kafka);
        Database database = new Database(databaseName, databaseName, SECRET);
        provide(postgres, database);
        SigningKeys keys = SigningKeys.generate();
        BOOTSTRAP_SERVERS.set(kafka.bootstrapServers());
        USERNAME.set(database.role());
        PASSWORD.set(database.password());
        PRIVATE_KEY.set(keys.privatePem());
        PUBLIC_KEY.set(keys.publicPem());
        PUBLIC_KEY_FILE.set(written(keys.publicPem()).toString());
        JDBC_URL.set(postgres.server().jdbcUrl(database));
    }

    private static Path kafkaHome() {
        String home = System.getProperty(HOME_PROPERTY);
        if (home == null) {
            throw new IllegalStateException(
                    "The system property %s must name the folder of the Kafka jars; the build sets it"
                            .formatted(HOME_PROPERTY));
        }
        return Path.of(home);
    }

    private static void provide(LocalPostgres postgres, Database database) {
        try {
            postgres.server().provide(database);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create " + database.name(), e);
        }
    }

    private static Path written(String publicPem) {
        Path file = DATA.resolve("token.public.pem");
        try {
            return Files.writeString(file, publicPem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The hook also keeps both reachable: they end as soon as nobody holds them.
    private static void stopAtExit(LocalPostgres postgres, LocalKafka kafka) {
        Runnable stop =
                () -> {
                    kafka.close();
                    postgres.close();
                };
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "local-stack-stop"));
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot empty " + folder, e);
        }
    }
}

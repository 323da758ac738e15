package org.netzero.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    private static final Database ENERGY = new Database("netzero_energy", "energy", "watt");

    @TempDir static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static LocalPostgres postgres;

    @BeforeAll
    static void start() throws SQLException {
        postgres = LocalPostgres.start(Given.postgres(folder, 0));
        postgres.server().provide(ENERGY);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    private static void startAgain() {
        postgres = LocalPostgres.start(Given.postgres(folder, postgres.port()));
    }

    private static Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(postgres.server().jdbcUrl(ENERGY), user, password);
    }

    private static String ask(String query) throws SQLException {
        try (Connection connection = connect(ENERGY.role(), ENERGY.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void tell(String sql) throws SQLException {
        try (Connection connection = connect(ENERGY.role(), ENERGY.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void keepsItsDataOverAStopAndAStart() throws SQLException {
        tell("CREATE TABLE kept AS SELECT 42 AS answer");
        postgres.close();
        startAgain();
        assertThat(ask("SELECT answer FROM kept")).isEqualTo("42");
    }

    @Test
    void keepsCommittedDataWhenTheServerIsKilled() throws SQLException {
        // Given
        tell("CREATE TABLE committed AS SELECT 43 AS answer");
        // When
        postgres.process().destroyForcibly();
        Given.awaitThat("the server is gone", () -> !StartedProcess.runs(postgres.process()));
        postgres.close();
        startAgain();
        // Then
        assertThat(ask("SELECT answer FROM committed")).isEqualTo("43");
    }

    @Test
    void waitsForTheDiskAtEveryCommit() throws SQLException {
        assertThat(ask("SHOW fsync")).isEqualTo("on");
        assertThat(ask("SHOW synchronous_commit")).isEqualTo("on");
        assertThat(ask("SHOW full_page_writes")).isEqualTo("on");
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> connect(ENERGY.role(), "volt"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> connect(LocalPostgres.SUPERUSER, ""))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void refusesARoleInTheDatabaseOfAnother() throws SQLException {
        Database other = new Database("netzero_other", "other", "ohm");
        postgres.server().provide(other);
        assertThatThrownBy(() -> connect(other.role(), other.password()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void providesADatabaseAgainWithoutLosingIt() throws SQLException {
        tell("CREATE TABLE provided AS SELECT 44 AS answer");
        postgres.server().provide(ENERGY);
        assertThat(ask("SELECT answer FROM provided")).isEqualTo("44");
    }

    @Test
    void saysWhyItDoesNotStartWhenItsPortIsTakenAndStartsOnceItIsFree(@TempDir Path other)
            throws Exception {
        // Given
        int port = Ports.free();
        LocalPostgres.Settings settings = Given.postgres(other, port);
        // When, Then
        try (ServerSocket taken = new ServerSocket(port)) {
            assertThatThrownBy(() -> LocalPostgres.start(settings))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("PostgreSQL does not start")
                    .hasMessageContaining(settings.log().toString());
            assertThat(taken.isClosed()).isFalse();
        }
        try (LocalPostgres next = LocalPostgres.start(settings)) {
            next.server().provide(ENERGY);
        }
    }

    @Test
    void setsAsideAFolderWhoseSetupWasInterrupted(@TempDir Path other) throws Exception {
        // Given
        Path data = Files.createDirectory(other.resolve("postgres"));
        Files.writeString(data.resolve("PG_VERSION"), "18\n");
        // When
        try (LocalPostgres fresh = LocalPostgres.start(Given.postgres(other, 0))) {
            fresh.server().provide(ENERGY);
        }
        // Then
        try (var siblings = Files.list(other)) {
            assertThat(siblings)
                    .anyMatch(path ->
                            path.getFileName().toString().startsWith("postgres.unfinished-"));
        }
    }

    @Test
    void endsWithTheJvmThatStartedItAndSoDoesKafka(@TempDir Path other) throws Exception {
        // Given
        Process starter =
                Given.jvm(Starter.class, other.resolve("starter.log"), List.of(other.toString()));
        Path kafkaStarted = other.resolve("kafka.started");
        Given.awaitThat("both run", () -> StartedProcess.read(kafkaStarted).isPresent());
        StartedProcess server =
                StartedProcess.read(other.resolve("postgres.started")).orElseThrow();
        StartedProcess broker = StartedProcess.read(kafkaStarted).orElseThrow();
        // When
        starter.destroyForcibly();
        // Then
        Given.awaitThat("PostgreSQL ends", () -> server.running().isEmpty());
        Given.awaitThat("Kafka ends", () -> broker.running().isEmpty());
    }

    @Test
    void stopsAnInstanceThatOutlivedWhoeverStartedIt(@TempDir Path other) throws Exception {
        // Given
        Process starter =
                Given.jvm(Starter.class, other.resolve("starter.log"), List.of(other.toString()));
        Path serverStarted = other.resolve("postgres.started");
        Given.awaitThat("it runs", () -> StartedProcess.read(serverStarted).isPresent());
        StartedProcess leftOver = StartedProcess.read(serverStarted).orElseThrow();
        starter.children().filter(child -> !isJava(child)).forEach(ProcessHandle::destroyForcibly);
        starter.destroyForcibly();
        Pause.of(Duration.ofSeconds(1));
        assertThat(leftOver.running()).isPresent();
        // When
        try (LocalPostgres next = LocalPostgres.start(Given.postgres(other, 0))) {
            // Then
            assertThat(leftOver.running()).isEmpty();
            next.server().provide(ENERGY);
        }
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("java");
    }

    @Test
    void startsAgainThoughASessionOutlivedThePostmaster() throws Exception {
        // Given
        Thread busy =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> endlessly("do $$ begin loop end loop; end $$"));
        Given.awaitThat("the session is busy", LocalPostgresTest::isASessionBusy);
        // When
        postgres.process().destroyForcibly();
        Given.awaitThat("it is gone", () -> !StartedProcess.runs(postgres.process()));
        postgres.close();
        startAgain();
        // Then
        assertThat(ask("select 1")).isEqualTo("1");
        busy.join();
    }

    private static void endlessly(String sql) {
        assertThatThrownBy(() -> tell(sql)).isInstanceOf(SQLException.class);
    }

    private static boolean isASessionBusy() {
        try {
            return ask("select count(*) from pg_stat_activity where query like 'do %' and state = 'active'")
                    .equals("1");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}

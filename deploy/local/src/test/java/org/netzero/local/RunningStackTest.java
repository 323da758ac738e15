package org.netzero.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a stack does while it runs; all tests share one.
class RunningStackTest {

    @TempDir static Path temporary;

    @SuppressWarnings("NullAway.Init")
    private static LocalRun run;

    @BeforeAll
    static void up() throws IOException {
        run = new LocalRun(temporary);
        run.upAndReady();
    }

    @AfterAll
    static void down() throws IOException {
        run.down();
    }

    private static String environmentOf(String service) throws Exception {
        URI uri = URI.create("http://127.0.0.1:%d/".formatted(run.part(service).port()));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(uri).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void hasEveryPart() {
        assertThat(run.parts())
                .extracting(StackRecord.Part::name)
                .containsExactlyInAnyOrder(
                        "PostgreSQL", "Kafka", "energy", "emissions", "datacenter", "gateway");
    }

    @Test
    void printsTheAddressAndTheKey() throws IOException {
        assertThat(run.output())
                .contains("http://localhost:" + run.gatewayPort())
                .contains(Files.readString(run.folder().adminKey()).strip());
    }

    @Test
    void tellsTheGatewayItsSecretsAndTheOtherServices() throws Exception {
        assertThat(environmentOf("gateway"))
                .contains("NETZERO_TOKEN_PRIVATE_KEY=" + run.folder().privateKey())
                .contains("NETZERO_ADMIN_KEY_FILE=" + run.folder().adminKey())
                .contains("NETZERO_ENERGY_URL=http://127.0.0.1:" + run.part("energy").port());
    }

    @Test
    void keepsTheGatewaysSecretsFromTheOtherServices() throws Exception {
        assertThat(environmentOf("energy"))
                .contains("QUARKUS_DATASOURCE_USERNAME=netzero_energy")
                .contains("NETZERO_TOKEN_PUBLIC_KEY=" + run.folder().publicKey())
                .contains("NETZERO_IMPORTS_FOLDER=" + run.folder().imports())
                .doesNotContain("NETZERO_TOKEN_PRIVATE_KEY", "NETZERO_ADMIN_KEY_FILE");
    }

    @Test
    void givesEachServiceATemporaryFolderOfItsOwn() throws Exception {
        assertThat(environmentOf("energy"))
                .contains("java.io.tmpdir=" + run.folder().temporary("energy"));
        assertThat(environmentOf("gateway"))
                .contains("java.io.tmpdir=" + run.folder().temporary("gateway"));
        assertThat(run.folder().temporary("energy")).isEmptyDirectory();
    }

    @Test
    void startsAServiceAgainThatWasKilledWithoutItsTemporaryFiles() throws IOException {
        // Given
        StackRecord.Part killed = run.part("energy");
        Path left = run.folder().temporary("energy").resolve("left").resolve("behind");
        Files.createDirectories(left.getParent());
        Files.writeString(left, "half");
        // When
        killed.process().running().orElseThrow().destroyForcibly();
        // Then
        Given.awaitThat("another one runs", () -> run.part("energy").pid() != killed.pid());
        Given.awaitThat(
                "it answers on the same port",
                () -> new Health().of(killed.port(), killed.healthPath()));
        assertThat(run.output()).contains("energy ended unexpectedly");
        assertThat(left).doesNotExist();
    }

    @Test
    void startsPostgresAndKafkaAgainThatWereKilled() {
        // Given
        StackRecord.Part postgres = run.part("PostgreSQL");
        StackRecord.Part kafka = run.part("Kafka");
        // When
        postgres.process().running().orElseThrow().destroyForcibly();
        kafka.process().running().orElseThrow().destroyForcibly();
        // Then
        Given.awaitThat(
                "another PostgreSQL runs", () -> run.part("PostgreSQL").pid() != postgres.pid());
        Given.awaitThat("another Kafka runs", () -> run.part("Kafka").pid() != kafka.pid());
        assertThat(Ports.answers(postgres.port())).isTrue();
        assertThat(Ports.answers(kafka.port())).isTrue();
    }

    @Test
    void isNotStartedTwice() throws Exception {
        int exitCode = run.exitCodeOf(run.up(Ports.free()));
        assertThat(exitCode).isZero();
        assertThat(run.output()).contains("Already running: http://localhost:" + run.gatewayPort());
        assertThat(run.parts()).allMatch(LocalRun::runs);
    }
}

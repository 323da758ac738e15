package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;
import com.influxdb.exceptions.BadRequestException;
import com.influxdb.exceptions.UnauthorizedException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs that data centres already run push to the suite, configured as its documentation says.
class RealClientsIT {

    private static final double FACILITY_KWH = 130;
    private static final double IT_KWH = 100;

    private static Suite suite;
    private static Api api;

    private final List<Process> running = new ArrayList<>();

    @TempDir private Path folder;

    @BeforeAll
    static void start() {
        suite = PublishedSuite.running();
        api = new Api(suite.address(), suite.adminKey());
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process program : running) {
            program.destroy();
            if (!program.waitFor(10, TimeUnit.SECONDS)) {
                program.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void prometheusInAgentModeBringsCountersAndNeverStopsForAForeignMetric() throws Exception {
        Path prometheus = program("prometheus", "prometheus");
        define("real-prometheus");
        try (var exporter = Exporter.start("real-prometheus")) {
            Path config =
                    Files.writeString(
                            folder.resolve("prometheus.yml"),
                            scrape(exporter)
                                    + """
                                    remote_write:
                                      - url: %s/api/telemetry/prometheus/api/v1/write
                                        authorization: {credentials: %s}
                                    """
                                            .formatted(suite.address(), suite.adminKey()));
            run(
                    List.of(
                            prometheus.toString(),
                            "--enable-feature=agent",
                            "--config.file=" + config,
                            "--storage.agent.path=" + folder.resolve("agent"),
                            "--web.listen-address=127.0.0.1:" + freePort()));

            pushTwoStates(exporter);

            awaitEnergy("real-prometheus");
        }
    }

    @Test
    void vmagentBringsCountersAndNeverStopsForAForeignMetric() throws Exception {
        Path vmagent = program("vmagent", "victoria-metrics");
        define("real-vmagent");
        try (var exporter = Exporter.start("real-vmagent")) {
            Path config = Files.writeString(folder.resolve("scrape.yml"), scrape(exporter));
            run(
                    List.of(
                            vmagent.toString(),
                            "-promscrape.config=" + config,
                            "-remoteWrite.url=%s/api/telemetry/prometheus/api/v1/write"
                                    .formatted(suite.address()),
                            "-remoteWrite.bearerToken=" + suite.adminKey(),
                            "-remoteWrite.tmpDataPath=" + folder.resolve("queue"),
                            "-httpListenAddr=127.0.0.1:" + freePort()));

            pushTwoStates(exporter);

            awaitEnergy("real-vmagent");
        }
    }

    @Test
    void theInfluxClientWritesPackedBatches() {
        define("real-influx");
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        try (InfluxDBClient client = influx(suite.adminKey())) {
            client.enableGzip();

            client.getWriteApiBlocking()
                    .writePoints(
                            List.of(
                                    counter("real-influx-facility", hour.minusSeconds(3600), 0),
                                    counter("real-influx-facility", hour, FACILITY_KWH),
                                    counter("real-influx-it", hour.minusSeconds(3600), 0),
                                    counter("real-influx-it", hour, IT_KWH)));

            assertThat(client.ping()).isTrue();
        }
        awaitEnergy("real-influx");
    }

    @Test
    void theInfluxClientHearsWhichLineWasRefusedAndTheOthersAreStored() {
        define("real-influx-bad");
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        try (InfluxDBClient client = influx(suite.adminKey())) {
            List<Point> points =
                    List.of(
                            counter("real-influx-bad-facility", hour.minusSeconds(3600), 0),
                            counter("nobodys-meter", hour, 7),
                            counter("real-influx-bad-facility", hour, FACILITY_KWH),
                            counter("real-influx-bad-it", hour.minusSeconds(3600), 0),
                            counter("real-influx-bad-it", hour, IT_KWH));

            assertThatThrownBy(() -> client.getWriteApiBlocking().writePoints(points))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("nobodys-meter")
                    .hasMessageContaining("line 2");
        }
        awaitEnergy("real-influx-bad");
    }

    @Test
    void theInfluxClientHearsOfAWrongKey() {
        try (InfluxDBClient client = influx("nz_0123456789012345678901234567890")) {
            var write = client.getWriteApiBlocking();
            Point point = counter("real-influx-it", Instant.now(), 1);

            assertThatThrownBy(() -> write.writePoint(point))
                    .isInstanceOf(UnauthorizedException.class);
        }
    }

    private static Point counter(String point, Instant time, double kwh) {
        return Point.measurement("energy")
                .addTag("point", point)
                .addField("value", kwh)
                .time(time, WritePrecision.NS);
    }

    private static InfluxDBClient influx(String key) {
        return InfluxDBClientFactory.create(
                InfluxDBClientOptions.builder()
                        .url(suite.address() + "/api/telemetry/influx")
                        .authenticateToken(key.toCharArray())
                        .org("o")
                        .bucket("b")
                        .build());
    }

    private static Path program(String name, String packages) {
        return Programs.find(name, "Telemetry of " + name, packages);
    }

    private static void define(String datacenter) {
        assertThat(
                        api.put(
                                        "/api/datacenters/" + datacenter,
                                        Telemetry.facility("tianjin-binhai"))
                                .isGood())
                .isTrue();
        assertThat(
                        api.put(
                                        "/api/datacenters/" + datacenter + "/points",
                                        Telemetry.points(datacenter))
                                .isGood())
                .isTrue();
    }

    private static String scrape(Exporter exporter) {
        return """
        global: {scrape_interval: 1s}
        scrape_configs:
          - job_name: meters
            static_configs: [{targets: ["127.0.0.1:%d"]}]
        """
                .formatted(exporter.port());
    }

    private static void pushTwoStates(Exporter exporter) {
        exporter.show(5_000, 3_000);
        exporter.show(5_000 + FACILITY_KWH, 3_000 + IT_KWH);
    }

    private static void awaitEnergy(String datacenter) {
        int year = Instant.now().atZone(ZoneOffset.ofHours(8)).getYear();
        Api.eventually(
                "the energy of " + datacenter,
                () ->
                        api.get(
                                        "/api/datacenters/%s/indicators?period=%d&granularity=year"
                                                .formatted(datacenter, year))
                                .body()
                                .at("/intervals/0/energyByRoleKwh"),
                RealClientsIT::isWhatWasPushed);
    }

    private static boolean isWhatWasPushed(JsonNode energyKwh) {
        return energyKwh.path("FACILITY_INPUT").asDouble() == FACILITY_KWH
                && energyKwh.path("IT").asDouble() == IT_KWH;
    }

    private void run(List<String> command) throws IOException {
        running.add(
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("printed").toFile())
                        .start());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

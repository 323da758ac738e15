package org.netzero.datacenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.await;
import static org.netzero.datacenter.Asked.register;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;

/// Readings of hours that are settled change nothing; that they came is told.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class LateReadingsTest {

    private static final byte TOO_LATE = 3;

    @Inject DataSource database;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void readingsOfSettledHoursAreAFindingOfEachMonth() throws Exception {
        register("lr-a", "site-lr-a", "");
        Instant first = Instant.parse("2025-03-31T22:00:00Z");

        tell("lr-a.it", first, first.plusSeconds(4 * 3_600));
        tell("lr-a.it", first.plusSeconds(3_600), first.plusSeconds(3_600));

        await("findings", () -> findings("lr-a").getList("items").size() == 2);
        JsonPath found = findings("lr-a");
        assertThat(found.getString("items[0].point")).isEqualTo("lr-a.it");
        assertThat(found.getString("items[0].severity")).isEqualToIgnoringCase("warning");
        assertThat(found.getList("items.from"))
                .containsExactlyInAnyOrder("2025-03-31T22:00:00Z", "2025-04-01T00:00:00Z");
        assertThat(found.getList("items.hours")).containsExactlyInAnyOrder(2, 3);

        tell("lr-a.it", first.minusSeconds(3_600), first.minusSeconds(3_600));

        await(
                "the wider finding",
                () ->
                        findings("lr-a").getList("items.hours").contains(3)
                                && findings("lr-a")
                                        .getList("items.from")
                                        .contains("2025-03-31T21:00:00Z"));
        assertThat(findings("lr-a").getList("items")).hasSize(2);
    }

    @Test
    void theStatusCountsThem() {
        as("viewer")
                .get("/api/datacenters/telemetry/status")
                .then()
                .statusCode(200)
                .body("sinceStart.tooLate", equalTo(0));
    }

    private static JsonPath findings(String facility) {
        return as("viewer")
                .get(
                        "/api/datacenters/%s/findings?code=LATE_FOR_SETTLED_HOURS&open=true"
                                .formatted(facility))
                .jsonPath();
    }

    /// As the stream processing tells of them.
    private void tell(String point, Instant from, Instant to) throws Exception {
        int number = numberOf(point);
        byte[] record =
                ByteBuffer.allocate(5 + 12)
                        .put(TOO_LATE)
                        .putInt(1)
                        .putInt(number)
                        .putInt(hour(from))
                        .putInt(hour(to))
                        .array();
        try (var producer =
                new KafkaProducer<>(
                        new HashMap<>(kafka),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("telemetry.point-hour", 0, new byte[0], record))
                    .get();
        }
    }

    private static int hour(Instant instant) {
        return (int) (instant.getEpochSecond() / 3_600);
    }

    private int numberOf(String point) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "select number from measuring_point where point_id = ?")) {
            select.setString(1, point);
            try (var row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getInt(1);
            }
        }
    }
}

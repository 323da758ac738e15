package org.netzero.datacenter;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.netzero.local.test.LocalStack;

/// What a test asks of the running service, and the events around it.
final class Asked {

    static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = ofSeconds(60);

    private Asked() {}

    static RequestSpecification as(String role) {
        return given().auth().oauth2(LocalStack.token("test", role));
    }

    static void define(String id, String site, String since, int itCapacityKw) {
        tellSite(site, "UTC", 1);
        putFacility(
                id,
                """
                {"siteId": "%s", "inOperationSince": "%s", "itCapacityKw": %d, "pueCategory": "1"}\
                """
                        .formatted(site, since, itCapacityKw));
        definePoints(id);
    }

    /// A facility in operation since 2020.
    static void register(String id, String site, String more) {
        tellSite(site, "UTC", 1);
        putFacility(
                id,
                "{\"siteId\": \"%s\", \"inOperationSince\": \"2020-01-01\"%s}"
                        .formatted(site, more));
        definePoints(id);
    }

    static void putFacility(String id, String facility) {
        as("steward")
                .contentType("application/json")
                .body(facility)
                .put("/api/datacenters/" + id)
                .then()
                .statusCode(200);
    }

    private static void definePoints(String id) {
        as("steward")
                .contentType("application/json")
                .body(
                        """
                        [{"pointId": "%1$s.total", "role": "FACILITY_INPUT", "quantity": "ENERGY_COUNTER", "unit": "MWh"},
                         {"pointId": "%1$s.it", "role": "IT", "quantity": "ENERGY_COUNTER", "unit": "kWh", "maximum": 1000000},
                         {"pointId": "%1$s.heat", "role": "HEAT_EXPORT", "quantity": "POWER", "unit": "kW"}]\
                        """
                                .formatted(id))
                .put("/api/datacenters/" + id + "/points")
                .then()
                .statusCode(200);
    }

    /// 31 days of hourly readings: 150 kW in, of which 100 kW for IT and 30 kW handed over as heat.
    static List<String> month(String id) {
        var readings = new ArrayList<String>();
        for (int hour = 0; hour < 744; hour++) {
            Instant time = MARCH.plus(Duration.ofHours(hour));
            readings.add(reading(id + ".total", time, hour * 0.15));
            readings.add(reading(id + ".it", time, hour * 100.0));
            readings.add(reading(id + ".heat", time, 30));
        }
        return readings;
    }

    /// So many hourly readings of the same load as in [#month].
    static List<String> hours(String id, int first, int count) {
        var readings = new ArrayList<String>();
        for (int hour = first; hour < first + count; hour++) {
            Instant time = MARCH.plus(Duration.ofHours(hour));
            readings.add(reading(id + ".total", time, hour * 0.15));
            readings.add(reading(id + ".it", time, hour * 100.0));
        }
        return readings;
    }

    static String reading(String point, Instant time, double value) {
        return "{\"point\":\"%s\",\"time\":\"%s\",\"value\":%s}".formatted(point, time, value);
    }

    static void push(List<String> readings) {
        as("telemetry")
                .contentType("application/json")
                .body(readings.stream().collect(Collectors.joining(",", "{\"readings\":[", "]}")))
                .post("/api/telemetry/readings")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(readings.size()))
                .body("rejected", equalTo(List.of()));
    }

    /// The indicators of March once so many hours of all roles that these figures need are
    /// measured: each role is told for itself.
    static JsonPath eventually(
            String id, String granularity, int measuredHours, String... figures) {
        String address =
                "/api/datacenters/%s/indicators?period=2026-03&granularity=%s"
                        .formatted(id, granularity);
        await(
                address,
                () -> {
                    JsonPath told = as("viewer").get(address).jsonPath();
                    return told.getDouble("intervals[0].completeness")
                                    >= measuredHours / 744.0 - 1e-5
                            && Arrays.stream(figures)
                                    .allMatch(figure ->
                                            told.getString("intervals[0]." + figure) != null);
                });
        return as("viewer").get(address).jsonPath();
    }

    static void await(String what, BooleanSupplier happened) {
        Instant end = Instant.now().plus(LIMIT);
        while (!happened.getAsBoolean()) {
            assertThat(Instant.now()).as("%s within %s", what, LIMIT).isBefore(end);
            sleep();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(ofMillis(50));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /// The last data per key of a topic, once the key is among them.
    static Map<String, JsonNode> awaitEvents(String topic, String key) {
        var settings = new Properties();
        settings.put("bootstrap.servers", LocalStack.bootstrapServers());
        settings.put("key.deserializer", StringDeserializer.class.getName());
        settings.put("value.deserializer", StringDeserializer.class.getName());
        try (var consumer = new KafkaConsumer<String, String>(settings)) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<String, JsonNode> last = new HashMap<>();
            boolean[] atEnd = {false};
            await(
                    key + " in " + topic,
                    () -> {
                        var records = consumer.poll(ofMillis(100));
                        records.forEach(record -> last.put(record.key(), data(record.value())));
                        atEnd[0] = records.isEmpty();
                        return last.containsKey(key) && atEnd[0];
                    });
            return last;
        }
    }

    /// What is told of a period, once it is as expected.
    static JsonNode told(String period, Predicate<JsonNode> expected) {
        var told = new AtomicReference<JsonNode>();
        await(
                period,
                () -> {
                    told.set(
                            requireNonNull(
                                    awaitEvents("datacenter.indicator", period).get(period)));
                    return expected.test(told.get());
                });
        return told.get();
    }

    static double toldItKwh(String id) {
        return awaitEvents("datacenter.energy-interval", id + "/IT/2026-03-01T00:00:00Z")
                .values()
                .stream()
                .filter(data -> data.path("datacenterId").asText().equals(id))
                .filter(data -> data.path("role").asText().equals("IT"))
                .mapToDouble(data -> data.path("energyKwh").asDouble())
                .sum();
    }

    private static JsonNode data(String event) {
        try {
            return JSON.readTree(event).path("data");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Properties producerSettings() {
        var settings = new Properties();
        settings.put("bootstrap.servers", LocalStack.bootstrapServers());
        settings.put("key.serializer", StringSerializer.class.getName());
        settings.put("value.serializer", StringSerializer.class.getName());
        return settings;
    }

    /// Says what the energy service says when a site is registered or changed.
    static void tellSite(String siteId, String timeZone, int version) {
        String event =
                """
                {"specversion": "1.0", "id": "%s", "source": "/netzero/energy-service",
                 "type": "org.netzero.energy.site-registered.v1", "subject": "%2$s", "time": "2026-11-23T00:00:00Z",
                 "datacontenttype": "application/json",
                 "data": {"siteId": "%2$s", "name": "A site", "kind": "DATA_CENTER", "country": "CN",
                          "timeZone": "%3$s", "version": %4$d}}\
                """
                        .formatted(UUID.randomUUID(), siteId, timeZone, version);
        try (var producer = new KafkaProducer<String, String>(producerSettings())) {
            producer.send(new ProducerRecord<>("energy.site", siteId, event)).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}

package org.netzero.datacenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.await;
import static org.netzero.datacenter.Asked.push;
import static org.netzero.datacenter.Asked.putFacility;
import static org.netzero.datacenter.Asked.reading;
import static org.netzero.datacenter.Asked.tellSite;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.local.test.LocalStack;

/// Sums of roles are moved by differences; whatever happens, they are the sums of what is stored of
/// the points.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class RoleSumsTest {

    private static final List<String> ROLES = List.of("FACILITY_INPUT", "IT", "COOLING");
    private static final int FACILITIES = 3;
    private static final int POINTS = 7;

    @Inject DataSource database;
    @Inject KafkaStreams streams;

    private record Point(String id, String facility, String role, boolean isCounter) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void areTheSumsOfTheirPoints(long seed) {
        var random = new Random(seed);
        List<Point> points = define(seed, random);
        List<String> readings = readings(points, random);
        Collections.shuffle(readings, random);

        for (int from = 0; from < readings.size(); ) {
            int to = Math.min(readings.size(), from + 1 + random.nextInt(400));
            push(readings.subList(from, to));
            from = to;
            switch (random.nextInt(4)) {
                case 0 -> restartThreads();
                case 1 -> limit(points.get(random.nextInt(points.size())), random);
                default -> {}
            }
        }
        awaitRest(seed);

        List<String> stored = roleHours(seed);
        assertThat(stored).as("seed %d", seed).hasSizeGreaterThan(100);
        assertThat(stored).as("seed %d", seed).isEqualTo(summed(seed));
    }

    private static String id(long seed, int facility) {
        return "rs-%d-%d".formatted(seed, facility);
    }

    private static List<Point> define(long seed, Random random) {
        var points = new ArrayList<Point>();
        for (int facility = 0; facility < FACILITIES; facility++) {
            String id = id(seed, facility);
            tellSite("site-" + id, "UTC", 1);
            putFacility(
                    id,
                    "{\"siteId\": \"site-%s\", \"inOperationSince\": \"2020-01-01\"}"
                            .formatted(id));
            for (int i = 0; i < POINTS; i++) {
                points.add(
                        new Point(
                                "%s.p%d".formatted(id, i),
                                id,
                                ROLES.get(random.nextInt(ROLES.size())),
                                random.nextBoolean()));
            }
        }
        points.forEach(point -> put(point, ""));
        return points;
    }

    private static void put(Point point, String more) {
        as("steward")
                .contentType("application/json")
                .body(
                        """
                        [{"pointId": "%s", "role": "%s", "quantity": "%s", "unit": "%s"%s}]\
                        """
                                .formatted(
                                        point.id(),
                                        point.role(),
                                        point.isCounter() ? "ENERGY_COUNTER" : "POWER",
                                        point.isCounter() ? "kWh" : "kW",
                                        more))
                .put("/api/datacenters/" + point.facility() + "/points")
                .then()
                .statusCode(200);
    }

    private static void limit(Point point, Random random) {
        put(point, ", \"ratedPower\": %d".formatted(1 + random.nextInt(100)));
    }

    /// The last days and the last hours, so in both lanes; with gaps, resets and repeats.
    private static List<String> readings(List<Point> points, Random random) {
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(3, ChronoUnit.DAYS);
        var readings = new ArrayList<String>();
        for (Point point : points) {
            Instant time = start.plusSeconds(random.nextInt(50_000));
            double value = 100;
            while (time.isBefore(Instant.now())) {
                value =
                        point.isCounter() && random.nextInt(40) != 0
                                ? value + random.nextInt(20_000) / 1_000.0
                                : random.nextInt(30_000) / 1_000.0;
                readings.add(reading(point.id(), time, value));
                if (random.nextInt(20) == 0) {
                    readings.add(reading(point.id(), time, value));
                }
                time =
                        time.plusSeconds(
                                1 + random.nextInt(random.nextInt(10) == 0 ? 30_000 : 3_000));
            }
        }
        return readings;
    }

    private void restartThreads() {
        streams.removeStreamThread(Duration.ofSeconds(30));
        streams.addStreamThread();
    }

    /// Nothing waits in Kafka, and nothing is told any more.
    private void awaitRest(long seed) {
        var before = new ArrayList<String>();
        await(
                "rest",
                () -> {
                    JsonPath lag = as("viewer").get("/api/datacenters/telemetry/status").jsonPath();
                    List<String> now = roleHours(seed);
                    boolean rests =
                            lag.getLong("lag.readings.records") == 0
                                    && lag.getLong("lag.history.records") == 0
                                    && lag.getLong("lag.hours.records") == 0
                                    && !now.isEmpty()
                                    && now.equals(before);
                    before.clear();
                    before.addAll(now);
                    pause();
                    return rests;
                });
    }

    /// Longer than what changed waits until it is told.
    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(3));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private List<String> roleHours(long seed) {
        return strings(
                """
                select (datacenter_id, role, start, amount, measured, covered, flags, points, measured_sum,
                        covered_sum, quarters)::text
                from role_hour where datacenter_id in (%s) and version > 0 and (covered > 0 or flags <> 0) order by 1\
                """
                        .formatted(facilities(seed)));
    }

    private List<String> summed(long seed) {
        return strings(
                """
                select (p.datacenter_id, p.role, h.start, sum(h.amount),
                        round(sum(h.measured) / used.points, 6), round(sum(h.covered) / used.points, 6),
                        bit_or(h.flags & 65535), count(*)::integer, sum(h.measured), sum(h.covered),
                        array[sum(h.quarters[1]), sum(h.quarters[2]), sum(h.quarters[3]), sum(h.quarters[4])])::text
                from measuring_point p join point_hour h on h.point = p.number,
                lateral (select count(*) as points from measuring_point u
                         where u.datacenter_id = p.datacenter_id and u.role = p.role
                           and exists (select 1 from point_hour f where f.point = u.number and f.start <= h.start)) used
                where p.datacenter_id in (%s)
                group by p.datacenter_id, p.role, h.start, used.points
                having sum(h.covered) > 0 or bit_or(h.flags & 65535) <> 0
                order by 1\
                """
                        .formatted(facilities(seed)));
    }

    private static String facilities(long seed) {
        return IntStream.range(0, FACILITIES)
                .mapToObj(facility -> "'%s'".formatted(id(seed, facility)))
                .collect(Collectors.joining(", "));
    }

    private List<String> strings(String query) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(query);
                var row = select.executeQuery()) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}

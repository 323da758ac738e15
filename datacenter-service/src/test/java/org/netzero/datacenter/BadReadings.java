package org.netzero.datacenter;

import static java.util.Objects.requireNonNull;
import static org.hamcrest.Matchers.equalTo;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.await;
import static org.netzero.datacenter.Asked.putFacility;
import static org.netzero.datacenter.Asked.tellSite;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.netzero.datacenter.metering.HourFlag;

/// Sends readings to the running service and looks at what it stored of them.
final class BadReadings {

    static final String V2 = "/api/telemetry/influx/api/v2/write";

    /// The hours of these tests: a month that is over.
    static final Instant MAY = Instant.parse("2026-05-04T00:00:00Z");

    private final DataSource database;

    BadReadings(DataSource database) {
        this.database = database;
    }

    /// An hour of a point in the database.
    record StoredHour(double amount, double measured, double covered, Set<HourFlag> flags) {}

    static Instant hour(double hours) {
        return MAY.plusSeconds(Math.round(hours * 3_600));
    }

    /// A facility of one point `id` + `.p`.
    ///
    /// @param more further fields of the point
    static void definePoint(String id, String role, String quantity, String unit, String more) {
        tellSite("site-" + id, "UTC", 1);
        putFacility(
                id,
                "{\"siteId\": \"site-%s\", \"inOperationSince\": \"2020-01-01\"}".formatted(id));
        as("steward")
                .contentType("application/json")
                .body(
                        "[{\"pointId\": \"%s.p\", \"role\": \"%s\", \"quantity\": \"%s\", \"unit\": \"%s\"%s}]"
                                .formatted(id, role, quantity, unit, more))
                .put("/api/datacenters/%s/points".formatted(id))
                .then()
                .statusCode(200);
    }

    static void defineCounter(String id, String more) {
        definePoint(id, "IT", "ENERGY_COUNTER", "kWh", more);
    }

    static void definePower(String id, String more) {
        definePoint(id, "IT", "POWER", "kW", more);
    }

    /// A reading of the own JSON; the value is written as it is.
    static String item(String id, Instant time, Object value) {
        return "{\"point\":\"%s.p\",\"time\":\"%s\",\"value\":%s}".formatted(id, time, value);
    }

    static ValidatableResponse json(String... items) {
        return as("telemetry")
                .contentType("application/json")
                .body(
                        Arrays.stream(items)
                                .collect(Collectors.joining(",", "{\"readings\":[", "]}")))
                .post("/api/telemetry/readings")
                .then();
    }

    /// Readings once an hour, all of which are taken.
    static void hourly(String id, double... values) {
        String[] items =
                IntStream.range(0, values.length)
                        .mapToObj(i -> item(id, hour(i), values[i]))
                        .toArray(String[]::new);
        json(items).statusCode(200).body("accepted", equalTo(values.length));
    }

    static ValidatableResponse lines(String body) {
        return lines(body.getBytes(StandardCharsets.UTF_8));
    }

    static ValidatableResponse lines(byte[] body) {
        return as("telemetry")
                .contentType("text/plain; charset=utf-8")
                .body(body)
                .post(V2 + "?precision=s")
                .then();
    }

    static String line(String id, Instant time, Object value) {
        return "meter,point=%s.p value=%s %d".formatted(id, value, time.getEpochSecond());
    }

    /// What is stored of an hour, which has to be there.
    static StoredHour at(Map<Integer, StoredHour> stored, int hour) {
        return requireNonNull(stored.get(hour), () -> "hour %d of %s".formatted(hour, stored));
    }

    /// What is stored of the point of a facility, by hours behind [#MAY], as far as something is
    /// known or found of them.
    Map<Integer, StoredHour> stored(String id) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select h.start, h.amount, h.measured, h.covered, h.flags
                                from point_hour h join measuring_point p on p.number = h.point
                                where p.point_id = ? and (h.covered > 0 or h.flags <> 0)\
                                """)) {
            select.setString(1, id + ".p");
            try (var row = select.executeQuery()) {
                var hours = new TreeMap<Integer, StoredHour>();
                while (row.next()) {
                    hours.put(
                            (int) Duration.between(MAY, row.getTimestamp(1).toInstant()).toHours(),
                            new StoredHour(
                                    row.getDouble(2),
                                    row.getDouble(3),
                                    row.getDouble(4),
                                    HourFlag.ofBits(row.getInt(5))));
                }
                return hours;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// What is stored, once it is as expected.
    Map<Integer, StoredHour> storedOnce(String id, Predicate<Map<Integer, StoredHour>> expected) {
        var hours = new AtomicReference<Map<Integer, StoredHour>>(Map.of());
        await(
                "the hours of " + id,
                () -> {
                    hours.set(stored(id));
                    return expected.test(hours.get());
                });
        return hours.get();
    }

    /// What is stored, once this hour behind [#MAY] is known in full.
    Map<Integer, StoredHour> storedTo(String id, int hour) {
        return storedOnce(id, hours -> hours.containsKey(hour) && hours.get(hour).covered() == 1);
    }

    /// A finding of a facility, once there is an open one of this code.
    static JsonPath finding(String id, String code) {
        String address = "/api/datacenters/%s/findings?code=%s&open=true".formatted(id, code);
        await(
                code + " of " + id,
                () -> !as("viewer").get(address).jsonPath().getList("items").isEmpty());
        return as("viewer").get(address).jsonPath();
    }

    /// The codes of a facility's open findings.
    static List<String> openCodes(String id) {
        return as("viewer")
                .get("/api/datacenters/%s/findings?open=true".formatted(id))
                .jsonPath()
                .getList("items.code", String.class);
    }
}

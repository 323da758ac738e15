package org.netzero.datacenter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.await;
import static org.netzero.datacenter.Asked.push;
import static org.netzero.datacenter.Asked.putFacility;
import static org.netzero.datacenter.Asked.reading;
import static org.netzero.datacenter.Asked.register;
import static org.netzero.datacenter.Asked.tellSite;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.netzero.local.test.LocalStack;

/// Facilities computed again from the readings that Kafka holds.
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class ReplaysOverHttpTest {

    /// Kafka does not get back what it let go of.
    private static final int AFTER_ALL_OTHERS = Integer.MAX_VALUE;

    /// What the worker of replays holds while it works.
    private static final long LOCK = 0x5245_504C_4159L;

    private static final int PARTITIONS = 6;
    private static final String APPLICATION = "datacenter-telemetry";

    /// Readings of the first hours are history, those of the last ones are fresh.
    private static final int HOURS = 40;

    private final Instant start =
            Instant.now().truncatedTo(ChronoUnit.HOURS).minus(HOURS + 2, ChronoUnit.HOURS);

    /// Of four points that are read twelve times.
    private static final int QUARTERS_OF_TWELVE = 4 * 11 * 4;

    @Inject DataSource database;
    @Inject KafkaStreams streams;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    /// One facility is harmed: the state never sees what arrives while Streams is off, since its
    /// positions are moved past it. The other one gets the same readings when Streams is back.
    @Test
    void whatTheStateLostComesBackFromKafka() throws Exception {
        // Given
        for (String id : List.of("rp-harmed", "rp-whole")) {
            definePoints(id);
            push(readings(id, 0, 12));
        }
        await("the first hours", () -> roleHours("rp-whole", false).size() >= 22);
        await("those of the other", () -> same(false));
        List<String> lost = new ArrayList<>(readings("rp-harmed", 12, 30));
        lost.addAll(revisions("rp-harmed", 5, 7.5));
        stopStreams();
        push(lost);
        skipWhatArrived();
        startStreams();
        push(readings("rp-whole", 12, 30));
        push(revisions("rp-whole", 5, 7.5));
        for (String id : List.of("rp-harmed", "rp-whole")) {
            push(revisions(id, 5, 8.5));
            push(readings(id, 30, HOURS));
        }
        await("all hours", () -> roleHours("rp-whole", false).size() >= 2 * (HOURS - 1));
        await("the last hours", () -> hasLastHour("rp-harmed") && hasLastHour("rp-whole"));
        assertThat(roleHours("rp-harmed", true)).isNotEqualTo(roleHours("rp-whole", true));
        assertThat(indicators("rp-harmed")).isNotEqualTo(indicators("rp-whole"));

        // When
        long restoredBefore = restored();
        String replay = replay("rp-harmed");

        // Then
        JsonPath done = ended("rp-harmed", replay);
        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getString("reason")).isNull();
        assertThat(done.getString("askedBy")).isEqualTo("test");
        assertThat(done.getInt("partitionsDone")).isEqualTo(done.getInt("partitions")).isPositive();
        assertThat(done.getLong("passes")).isEqualTo(done.getLong("partitions"));
        assertThat(done.getLong("records")).isPositive();
        assertThat(done.getLong("readings")).isGreaterThan(done.getLong("found"));
        assertThat(done.getLong("found")).isEqualTo(4 * HOURS + 4 * 2);
        await("the same hours", () -> same(true));
        assertThat(indicators("rp-harmed")).isEqualTo(indicators("rp-whole"));
        assertThat(pointHours("rp-harmed")).hasSizeGreaterThan(4 * (HOURS - 1));
        assertThat(restored() - restoredBefore).isEqualTo(4 * 18 + 4);
        List<String> versions = versions();

        ended("rp-harmed", replay("rp-harmed"));
        push(List.of(reading("rp-whole.it", start.plus(HOURS, ChronoUnit.HOURS), 9_999)));
        push(List.of(reading("rp-harmed.it", start.plus(HOURS, ChronoUnit.HOURS), 9_999)));
        await("a reading behind it", () -> roleHours("rp-harmed", false).size() > 2 * (HOURS - 1));
        await("the same", () -> same(true));
        assertThat(versions()).containsAll(versions.subList(0, versions.size() - 3));
    }

    /// A replay that another instance had begun when it died: of one partition all readings were in
    /// the state, but its hours not asked for.
    @Test
    void oneIsWorkedOnAtATimeAndGoesOnWhereItWasBrokenOff() throws Exception {
        // Given
        definePoints("rp-broken");
        push(readings("rp-broken", 0, 12));
        await("the hours", () -> pointHours("rp-broken").size() == QUARTERS_OF_TWELVE);
        List<String> before = roleHours("rp-broken", true);
        List<String> points = pointHours("rp-broken");
        String replay;
        String next;
        try (Connection other = database.getConnection()) {
            lock(other, "select pg_advisory_lock(?)");
            replay = replay("rp-broken");
            next = replay("rp-broken");
            execute(
                    "delete from point_hour where point in (select number from measuring_point where datacenter_id = 'rp-broken')");
            execute("delete from role_hour where datacenter_id = 'rp-broken'");
            execute("update replay set state = 'READING' where id = " + replay);
            execute(
                    """
                    update replay_partition set passes = 1, next_point = 1 + (
                        select max(number) from measuring_point where datacenter_id = 'rp-broken')
                    where replay_id = %s and partition = (
                        select min(partition) from replay_partition where replay_id = %1$s)\
                    """
                            .formatted(replay));
            assertThat(state("rp-broken", replay)).isEqualTo("READING");
            assertThat(state("rp-broken", next)).isEqualTo("WAITING");

            // When
            lock(other, "select pg_advisory_unlock(?)");
        }

        // Then
        assertThat(ended("rp-broken", replay).getString("state")).isEqualTo("DONE");
        assertThat(ended("rp-broken", next).getString("state")).isEqualTo("DONE");
        await("the hours of before", () -> roleHours("rp-broken", true).equals(before));
        assertThat(pointHours("rp-broken")).isEqualTo(points);
        as("viewer")
                .get("/api/datacenters/rp-broken/replays?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].replayId", equalTo(next))
                .body("nextCursor", equalTo(next));
        as("viewer")
                .get("/api/datacenters/rp-broken/replays?cursor=" + next)
                .then()
                .body("items.replayId", equalTo(List.of(replay)));
        as("analyst")
                .accept("text/csv")
                .get("/api/datacenters/rp-broken/replays")
                .then()
                .statusCode(200)
                .body(startsWith("replayId,datacenterId,start,end,points,hours,"))
                .body(containsString(replay + ",rp-broken,"))
                .body(containsString(",DONE,"));
    }

    /// The state holds readings for longer than Kafka does: it is not harmed by what Kafka lacks.
    /// But nobody sees from outside whether it is whole, so that has to be said.
    @Test
    @Order(AFTER_ALL_OTHERS)
    void whatKafkaNoLongerHoldsComesFromTheStateWhereThatIsAskedFor() throws Exception {
        // Given
        definePoints("rp-old");
        push(readings("rp-old", 0, 12));
        push(revisions("rp-old", 5, 7.5));
        push(revisions("rp-old", 5, 8.5));
        await(
                "the hours",
                () ->
                        pointHours("rp-old").size() == QUARTERS_OF_TWELVE
                                && pointHours("rp-old").stream()
                                                .filter(quarter -> quarter.contains("REVISED"))
                                                .count()
                                        == 4 * 4);
        push(revisions("rp-old", 5, 7.5));
        List<String> before = roleHours("rp-old", true);
        List<String> points = pointHours("rp-old");
        letKafkaForget();
        push(revisions("rp-old", 5, 8.5));
        push(revisions("rp-old", 5, 7.5));

        // When
        execute(
                "delete from point_hour where point in (select number from measuring_point where datacenter_id = 'rp-old')");
        execute("delete from role_hour where datacenter_id = 'rp-old'");
        as("steward")
                .post("/api/datacenters/rp-old/replay?" + span())
                .then()
                .statusCode(409)
                .body("type", containsString("readings-no-longer-held"))
                .body("detail", containsString("readings are held since"));
        JsonPath done = ended("rp-old", replay("rp-old", span() + "&fromState=true"));

        // Then
        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getString("readingsHeldSince")).isNotNull();
        assertThat(done.getLong("found")).isEqualTo(2 * 4);
        await("the hours of before", () -> roleHours("rp-old", true).equals(before));
        assertThat(pointHours("rp-old")).isEqualTo(points);
    }

    @Test
    void oneThatIsNotWantedOrAsksTooMuchMakesRoomForTheNext() throws Exception {
        // Given
        definePoints("rp-many");
        push(readings("rp-many", 0, 2));
        String cancelled;
        String endless;
        String next;
        try (Connection other = database.getConnection()) {
            lock(other, "select pg_advisory_lock(?)");
            cancelled = replay("rp-many");
            endless = replay("rp-many");
            next = replay("rp-many");
            execute("update replay_partition set passes = 100 where replay_id = " + endless);

            // When
            as("viewer")
                    .delete("/api/datacenters/rp-many/replays/" + cancelled)
                    .then()
                    .statusCode(403);
            as("steward")
                    .delete("/api/datacenters/rp-many/replays/" + cancelled)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("CANCELLED"))
                    .body("reason", equalTo("Cancelled by test"));
            as("steward")
                    .delete("/api/datacenters/rp-other/replays/" + cancelled)
                    .then()
                    .statusCode(404);
            lock(other, "select pg_advisory_unlock(?)");
        }

        // Then
        JsonPath failed = ended("rp-many", endless);
        assertThat(failed.getString("state")).isEqualTo("FAILED");
        assertThat(failed.getString("reason")).contains("100 passes", "ask for fewer days");
        assertThat(ended("rp-many", next).getString("state")).isEqualTo("DONE");
        assertThat(ended("rp-many", cancelled).getLong("passes")).isZero();
        as("steward")
                .delete("/api/datacenters/rp-many/replays/" + next)
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"));
    }

    @Test
    void aFacilityWithoutPointsIsDoneAtOnce() {
        tellSite("site-rp-none", "UTC", 1);
        putFacility(
                "rp-none", "{\"siteId\": \"site-rp-none\", \"inOperationSince\": \"2020-01-01\"}");

        JsonPath done = ended("rp-none", replay("rp-none"));

        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getInt("partitions")).isZero();
    }

    @Test
    void whatThereIsNotAndWhoMayNotIsRefused() {
        register("rp-mine", "site-rp-mine", "");
        register("rp-other", "site-rp-other", "");
        String mine = replay("rp-mine");

        for (String unknown :
                List.of(
                        "rp-mine/replays/999999999",
                        "rp-mine/replays/one",
                        "rp-mine/replays/99999999999999999999999",
                        "rp-other/replays/" + mine)) {
            as("viewer")
                    .get("/api/datacenters/" + unknown)
                    .then()
                    .statusCode(404)
                    .body("type", containsString("unknown-replay"))
                    .body("detail", containsString("/replays lists those there are"));
        }
        as("viewer").get("/api/datacenters/rp-other/replays").then().body("items", hasSize(0));
        for (String unknown : List.of("nowhere/replays", "nowhere/replays/" + mine)) {
            as("viewer")
                    .get("/api/datacenters/" + unknown)
                    .then()
                    .statusCode(404)
                    .body("type", containsString("unknown-datacenter"));
        }
        as("viewer")
                .get("/api/datacenters/rp-mine/replays?cursor=x")
                .then()
                .statusCode(400)
                .body("violations.code", equalTo(List.of("UNKNOWN_CURSOR")));
        as("telemetry").get("/api/datacenters/rp-mine/replays").then().statusCode(403);
        as("telemetry").get("/api/datacenters/rp-mine/replays/" + mine).then().statusCode(403);
        given().get("/api/datacenters/rp-mine/replays").then().statusCode(401);
        as("viewer")
                .post("/api/datacenters/rp-mine/replay?period=" + day(start))
                .then()
                .statusCode(403);
        as("steward")
                .post(
                        "/api/datacenters/rp-mine/replay?period="
                                + LocalDate.now(ZoneOffset.UTC).plusDays(3))
                .then()
                .statusCode(400)
                .body("violations.code", equalTo(List.of("IN_THE_FUTURE")));
        as("steward")
                .post("/api/datacenters/rp-mine/replay?period=2012")
                .then()
                .statusCode(409)
                .body("type", containsString("readings-no-longer-held"));
        as("viewer")
                .get("/api/datacenters/rp-mine/replays")
                .then()
                .body("items.replayId", equalTo(List.of(mine)));
    }

    /// Two of the usual points, and two of which the last value of a time counts.
    private static void definePoints(String id) {
        register(id, "site-" + id, "");
        as("steward")
                .contentType("application/json")
                .body(
                        """
                        [{"pointId": "%1$s.hall", "role": "COOLING", "quantity": "ENERGY_COUNTER", "unit": "kWh", "revisions": "LAST_WINS"},
                         {"pointId": "%1$s.pump", "role": "COOLING", "quantity": "POWER", "unit": "kW", "revisions": "LAST_WINS"}]\
                        """
                                .formatted(id))
                .put("/api/datacenters/" + id + "/points")
                .then()
                .statusCode(200);
    }

    private static Stream<String> points(String id) {
        return Stream.of("total", "it", "hall", "pump").map(name -> id + "." + name);
    }

    private List<String> readings(String id, int from, int to) {
        return IntStream.range(from, to)
                .boxed()
                .flatMap(hour -> {
                    Instant time = start.plus(hour, ChronoUnit.HOURS);
                    double bent = hour * hour * 0.25;
                    return points(id)
                            .map(point ->
                                    reading(
                                            point,
                                            time,
                                            point.endsWith("total")
                                                    ? hour * 0.15 + bent / 1_000
                                                    : hour * 100 + bent));
                })
                .toList();
    }

    /// Values of a quarter past an hour: the first one, or another one.
    private List<String> revisions(String id, int hour, double value) {
        Instant time = start.plus(hour, ChronoUnit.HOURS).plusSeconds(900);
        return List.of(
                reading(id + ".it", time, hour * 100 + value * 4),
                reading(id + ".total", time, hour * 0.15 + value / 1_000),
                reading(id + ".hall", time, hour * 100 + value * 4),
                reading(id + ".pump", time, value));
    }

    private static String day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private String span() {
        return "from=%s&to=%s".formatted(day(start), LocalDate.now(ZoneOffset.UTC).plusDays(1));
    }

    private String replay(String id) {
        return replay(id, span());
    }

    private static String replay(String id, String asked) {
        return as("steward")
                .post("/api/datacenters/%s/replay?%s".formatted(id, asked))
                .then()
                .statusCode(202)
                .body("datacenterId", equalTo(id))
                .extract()
                .path("replayId");
    }

    private static JsonPath ended(String id, String replay) {
        await(
                "replay " + replay,
                () -> List.of("DONE", "FAILED", "CANCELLED").contains(state(id, replay)));
        return as("viewer").get("/api/datacenters/%s/replays/%s".formatted(id, replay)).jsonPath();
    }

    private static String state(String id, String replay) {
        return as("viewer")
                .get("/api/datacenters/%s/replays/%s".formatted(id, replay))
                .then()
                .statusCode(200)
                .extract()
                .path("state");
    }

    private boolean same(boolean points) {
        return roleHours("rp-harmed", true).equals(roleHours("rp-whole", true))
                && (!points || pointHours("rp-harmed").equals(pointHours("rp-whole")));
    }

    private boolean hasLastHour(String id) {
        String last = start.plus(HOURS - 2, ChronoUnit.HOURS).toString();
        return roleHours(id, true).stream().filter(hour -> hour.contains(last)).count() >= 2;
    }

    /// As a table, without the names of the facility.
    private List<String> roleHours(String id, boolean all) {
        List<String> hours = table(id, "intervals?" + span());
        return all
                ? hours
                : hours.stream()
                        .filter(hour -> hour.startsWith("IT") || hour.startsWith("FACILITY_INPUT"))
                        .toList();
    }

    private List<String> pointHours(String id) {
        return table(id, "intervals?by=point&granularity=quarter-hour&" + span());
    }

    private static List<String> table(String id, String what) {
        return as("viewer")
                .accept("text/csv")
                .get("/api/datacenters/%s/%s".formatted(id, what))
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replace(id, "rp")
                .lines()
                .skip(1)
                .toList();
    }

    private List<String> indicators(String id) {
        return table(id, "indicators?granularity=hour&" + span());
    }

    private List<String> versions() throws SQLException {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                "select start, role, version from role_hour where datacenter_id = 'rp-harmed' order by start, role");
                var found = query.executeQuery()) {
            var versions = new ArrayList<String>();
            while (found.next()) {
                versions.add(
                        found.getTimestamp(1) + " " + found.getString(2) + " " + found.getLong(3));
            }
            return versions;
        }
    }

    private static long restored() {
        return as("viewer")
                .get("/api/datacenters/telemetry/status")
                .jsonPath()
                .getLong("sinceStart.restored");
    }

    /// As if the retention time of what was read had passed.
    private void letKafkaForget() throws Exception {
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            var gone = new HashMap<TopicPartition, RecordsToDelete>();
            positionsAtEnd(admin)
                    .forEach((partition, end) ->
                            gone.put(partition, RecordsToDelete.beforeOffset(end.offset())));
            admin.deleteRecords(gone).all().get();
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> positionsAtEnd(Admin admin)
            throws Exception {
        var ends = new HashMap<TopicPartition, OffsetSpec>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            ends.put(new TopicPartition("telemetry.reading", partition), OffsetSpec.latest());
            ends.put(new TopicPartition("telemetry.history", partition), OffsetSpec.latest());
        }
        var positions = new HashMap<TopicPartition, OffsetAndMetadata>();
        admin.listOffsets(ends)
                .all()
                .get()
                .forEach((partition, end) ->
                        positions.put(partition, new OffsetAndMetadata(end.offset())));
        return positions;
    }

    private void stopStreams() {
        for (int left = streams.metadataForLocalThreads().size(); left > 0; left--) {
            assertThat(streams.removeStreamThread()).isPresent();
        }
        assertThat(streams.metadataForLocalThreads()).isEmpty();
    }

    private void startStreams() {
        for (int thread = 0; thread < 2; thread++) {
            assertThat(streams.addStreamThread()).isPresent();
        }
    }

    /// Moves the positions of Streams to where its topics end. Whoever left is a member for a
    /// while.
    private void skipWhatArrived() throws Exception {
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            Map<TopicPartition, OffsetAndMetadata> positions = positionsAtEnd(admin);
            await("nobody in the group", () -> isMoved(admin, positions));
        }
    }

    private static boolean isMoved(Admin admin, Map<TopicPartition, OffsetAndMetadata> positions) {
        try {
            admin.alterConsumerGroupOffsets(APPLICATION, positions).all().get();
            return true;
        } catch (ExecutionException somebodyIsThere) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private static void lock(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            update.executeUpdate();
        }
    }
}

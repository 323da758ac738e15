package org.netzero.datacenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.netzero.datacenter.Asked.MARCH;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.push;
import static org.netzero.datacenter.Asked.reading;
import static org.netzero.datacenter.Asked.register;
import static org.netzero.datacenter.Register.bound;
import static org.netzero.datacenter.Register.put;
import static org.netzero.datacenter.Register.write;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;

/// Whose readings are taken: of active points, of those who own them, and of no pending ones.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class PointStatesTest {

    private static final long MARCH_SECONDS = MARCH.getEpochSecond();

    @Inject DataSource database;

    private static String refusalOf(RequestSpecification sender, String pointId) {
        return sender.contentType("application/json")
                .body("{\"readings\": [" + reading(pointId, MARCH, 1) + "]}")
                .post("/api/telemetry/readings")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("rejected[0].code", equalTo("UNKNOWN_POINT"))
                .extract()
                .jsonPath()
                .getString("rejected[0].message")
                .replace(pointId, "…");
    }

    @Test
    void revokedForeignAndUnknownPointsAreRefusedInTheSameWords() {
        register("reg-own", "site-reg", "");
        register("reg-foreign", "site-reg", "");
        String state = "/api/datacenters/reg-own/points/reg-own.it/state";
        push(List.of(reading("reg-own.it", MARCH, 1)));
        String lines =
                "m,point=%s value=1 "
                        + MARCH_SECONDS
                        + "\nm,point=reg-own.total value=1 "
                        + MARCH_SECONDS;
        write(as("telemetry"), lines.formatted("reg-foreign.it")).statusCode(204);

        String unknown = refusalOf(as("telemetry"), "reg-nobody");
        assertThat(refusalOf(bound("gw-own", "reg-own"), "reg-foreign.it")).isEqualTo(unknown);
        put(state, "{\"state\": \"REVOKED\"}").statusCode(200).body("state", equalTo("REVOKED"));
        assertThat(refusalOf(as("telemetry"), "reg-own.it")).isEqualTo(unknown);
        as("viewer")
                .get("/api/datacenters/reg-own/points?state=REVOKED")
                .then()
                .body("items.pointId", equalTo(List.of("reg-own.it")));

        // of lines, with the series held for one who may, and asked twice
        for (int i = 0; i < 2; i++) {
            write(bound("gw-own", "reg-own"), lines.formatted("reg-foreign.it"))
                    .statusCode(400)
                    .body("accepted", equalTo(1))
                    .body("rejected", hasSize(1))
                    .body("rejected[0].line", equalTo(1))
                    .body("rejected[0].code", equalTo("UNKNOWN_POINT"));
            write(as("telemetry"), lines.formatted("reg-foreign.it")).statusCode(204);
            write(as("telemetry"), lines.formatted("reg-own.it"))
                    .statusCode(400)
                    .body("accepted", equalTo(1))
                    .body("rejected[0].code", equalTo("UNKNOWN_POINT"));
        }

        put(state, "{\"state\": \"ACTIVE\"}").statusCode(200).body("state", equalTo("ACTIVE"));
        push(List.of(reading("reg-own.it", MARCH, 1)));
        put(state, "{\"state\": \"PENDING\"}").statusCode(400);
        put(state, "{}").statusCode(400).body("violations[0].code", equalTo("REQUIRED"));
        as("telemetry")
                .contentType("application/json")
                .body("{\"state\": \"ACTIVE\"}")
                .put(state)
                .then()
                .statusCode(403);
    }

    @Test
    void unknownNamesArePendingOnlyWhereTheFacilityCollectsThem() {
        register("reg-pend", "site-reg", "");
        register("reg-proud", "site-reg", "");
        put("/api/datacenters/reg-pend/intake", "{\"collectUnknown\": true}")
                .statusCode(200)
                .body("collectUnknown", equalTo(true))
                .body("live", equalTo(false));
        String line = "power,room=r1,meter=%s watts=5 " + MARCH_SECONDS + "\n";

        write(bound("gw-pend", "reg-pend"), line.formatted("p1")).statusCode(400);
        write(bound("gw-proud", "reg-proud"), line.formatted("p2")).statusCode(400);
        write(as("telemetry"), line.formatted("p3")).statusCode(400);
        refusalOf(bound("gw-pend", "reg-pend"), "reg-proud.it");
        refusalOf(bound("gw-pend", "reg-pend"), "reg-pend.json");

        String pending = "/api/datacenters/reg-pend/points?state=PENDING";
        as("viewer")
                .get(pending)
                .then()
                .statusCode(200)
                .body("items.pointId", equalTo(List.of("power/r1/p1/watts", "reg-pend.json")))
                .body("items[0].state", equalTo("PENDING"))
                .body("items[0].role", nullValue());
        as("viewer")
                .get("/api/datacenters/reg-proud/points?state=PENDING")
                .then()
                .body("items", hasSize(0));

        put(
                        "/api/datacenters/reg-pend/points",
                        """
                        [{"pointId": "power/r1/p1/watts", "role": "IT", "quantity": "POWER", "unit": "W"}]\
                        """)
                .statusCode(200);
        write(bound("gw-pend", "reg-pend"), line.formatted("p1")).statusCode(204);
        as("viewer").get(pending).then().body("items.pointId", equalTo(List.of("reg-pend.json")));
        put("/api/datacenters/reg-pend/intake", "{\"collectUnknown\": \"maybe\"}")
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_A_FLAG"));
    }

    /// Nothing was measured in the hours between, and the role is complete without the point then.
    @Test
    void aPointThatIsActiveAgainDoesNotCountForTheHoursInWhichItWasRevoked() throws SQLException {
        register("reg-again", "site-reg", "");
        String state = "/api/datacenters/reg-again/points/reg-again.it/state";
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        execute(
                "update measuring_point set declared_at = now() - interval '9 hours' where datacenter_id = 'reg-again'");
        put(state, "{\"state\": \"REVOKED\"}").statusCode(200);
        execute(
                "update measuring_point set revoked_at = now() - interval '5 hours' where point_id = 'reg-again.it'");
        assertThat(inUse(hour.minus(7, ChronoUnit.HOURS))).isEqualTo(1);
        assertThat(inUse(hour.minus(2, ChronoUnit.HOURS))).isZero();

        put(state, "{\"state\": \"ACTIVE\"}").statusCode(200);

        assertThat(inUse(hour.minus(7, ChronoUnit.HOURS))).isEqualTo(1);
        assertThat(inUse(hour.minus(5, ChronoUnit.HOURS))).isEqualTo(1);
        assertThat(inUse(hour.minus(4, ChronoUnit.HOURS))).isZero();
        assertThat(inUse(hour.minus(2, ChronoUnit.HOURS))).isZero();
        assertThat(inUse(hour.plus(1, ChronoUnit.HOURS))).isEqualTo(1);
        put(state, "{\"state\": \"REVOKED\"}").statusCode(200);
        put(state, "{\"state\": \"ACTIVE\"}").statusCode(200);
        assertThat(inUse(hour.plus(2, ChronoUnit.HOURS))).isEqualTo(1);
        assertThat(inUse(hour.minus(2, ChronoUnit.HOURS))).isZero();
    }

    /// How many points of IT are in use.
    private int inUse(Instant hour) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select coalesce(sum(points), 0) from role_points
                                where datacenter_id = 'reg-again' and role = 'IT'
                                  and from_hour <= ?\
                                """)) {
            select.setTimestamp(1, Timestamp.from(hour));
            try (var row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getInt(1);
            }
        }
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var change = connection.prepareStatement(statement)) {
            change.execute();
        }
    }

    @Test
    void goodReadingsAreTakenWhereUnknownNamesCannotBeNoted() throws SQLException {
        register("reg-court", "site-reg", "");
        put("/api/datacenters/reg-court/intake", "{\"collectUnknown\": true}").statusCode(200);
        execute(
                "alter table pending_point add constraint no_name check (point_id <> 'reg-court.new')");
        try {
            write(
                            bound("gw-court", "reg-court"),
                            "m,point=reg-court.it value=1 %1$d\nm,point=reg-court.new value=1 %1$d\n"
                                    .formatted(MARCH_SECONDS))
                    .statusCode(400)
                    .body("accepted", equalTo(1))
                    .body("rejected", hasSize(1))
                    .body("rejected[0].code", equalTo("UNKNOWN_POINT"));
        } finally {
            execute("alter table pending_point drop constraint no_name");
        }
    }
}

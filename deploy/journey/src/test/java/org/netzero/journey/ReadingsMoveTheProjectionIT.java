package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The suite's promise: a reading pushed at one end moves the plan to 2030 at the other, without
/// anybody pressing a button.
class ReadingsMoveTheProjectionIT {

    private static final String DATACENTER = "tianjin-1";
    private static final int HOURS = 31 * 24;

    private static Suite suite;
    private static Api api;

    @BeforeAll
    static void start() {
        suite = Suite.start("readings");
        api = new Api(suite.address(), suite.adminKey());
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    /// The figures that readings of this year move.
    private record Figures(String balanceMwh, String scope2KgCo2e, String electricity2030Mwh) {
        boolean allDifferFrom(Figures other) {
            return !balanceMwh.equals(other.balanceMwh)
                    && !scope2KgCo2e.equals(other.scope2KgCo2e)
                    && !electricity2030Mwh.equals(other.electricity2030Mwh);
        }
    }

    @Test
    void aMonthOfReadingsAndThenOneMoreMoveBalanceScope2AndTheProjection() {
        // Given
        Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
        Instant start = end.minus(HOURS, ChronoUnit.HOURS);
        int year = end.atZone(ZoneOffset.UTC).getYear();
        assertThat(
                        api.put(
                                        "/api/datacenters/" + DATACENTER,
                                        Telemetry.facility("tianjin-binhai"))
                                .status())
                .isBetween(200, 204);
        assertThat(
                        api.put(
                                        "/api/datacenters/" + DATACENTER + "/points",
                                        Telemetry.points(DATACENTER))
                                .status())
                .isBetween(200, 204);
        Figures before = figures(year);

        // When
        var month = new Telemetry();
        for (int hour = 0; hour < HOURS; hour++) {
            month.hour(DATACENTER, start.plus(hour, ChronoUnit.HOURS), hour);
        }
        Api.Answer pushed = api.post("/api/telemetry/readings", month.json());

        // Then
        assertThat(pushed.body().at("/accepted").asInt()).isEqualTo(month.count());
        Figures afterMonth =
                Api.eventually(
                        "a month of readings to arrive everywhere",
                        () -> figures(year),
                        now -> now.allDifferFrom(before));

        // When
        var last = new Telemetry().hour(DATACENTER, end, HOURS);
        api.post("/api/telemetry/readings", last.json());

        // Then
        Api.eventually(
                "one more reading to arrive everywhere",
                () -> figures(year),
                now -> now.allDifferFrom(afterMonth));
        JsonNode years =
                api.get(
                                "/api/datacenters/%s/indicators?period=%d&granularity=year"
                                        .formatted(DATACENTER, year))
                        .body()
                        .at("/intervals");
        assertThat(years.get(0).at("/pue").asDouble()).isEqualTo(1.3);
    }

    private static Figures figures(int year) {
        JsonNode projection = api.get("/api/roadmap/scenarios/committed/projection").body();
        return new Figures(
                api.get("/api/energy/balance?period=" + year).body().at("/indirectMwh").asText(),
                api.get("/api/emissions/inventory?period=" + year)
                        .body()
                        .at("/scope2/locationBased/kgCo2e")
                        .asText(),
                projection.at("/years").path(9).at("/electricityMwh").asText());
    }
}

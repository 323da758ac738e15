package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The suite's promise: a reading pushed at one end moves the plan to 2030 at the other, without
/// anybody pressing a button, and be it one more hour of a load that never changes.
class ReadingsMoveTheProjectionIT {

    private static final String DATACENTER = "tianjin-1";
    private static final int HOURS = 31 * 24;

    private static Suite suite;
    private static Api api;

    @BeforeAll
    static void start() {
        PublishedSuite.end();
        suite = Suite.start("readings");
        api = new Api(suite.address(), suite.adminKey());
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    /// The figures that readings of this year move. Gross emissions of 2030 are not among them:
    /// with all electricity green by then, market-based scope 2 is zero whatever is used.
    private static final List<String> OF_2030 =
            List.of("/baselineTonnes", "/scope2LocationTonnes", "/electricityMwh");

    /// The levers whose wedges they move.
    private static final List<String> LEVERS = List.of("pue", "green-power");

    private record Figures(String balanceMwh, String scope2KgCo2e, List<String> of2030) {
        boolean allDifferFrom(Figures other) {
            return !balanceMwh.equals(other.balanceMwh)
                    && !scope2KgCo2e.equals(other.scope2KgCo2e)
                    && IntStream.range(0, of2030.size())
                            .noneMatch(i -> of2030.get(i).equals(other.of2030.get(i)));
        }
    }

    @Test
    void aMonthOfReadingsAndThenOneMoreMoveBalanceScope2AndTheProjection() {
        // Given
        Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
        Instant start = end.minus(HOURS, ChronoUnit.HOURS);
        int year = end.atZone(ZoneOffset.ofHours(8)).getYear();
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
        JsonNode year2030 =
                api.get("/api/roadmap/scenarios/committed/projection").body().at("/years").path(9);
        return new Figures(
                api.get("/api/energy/balance?period=" + year).body().at("/indirectMwh").asText(),
                api.get("/api/emissions/inventory?period=" + year)
                        .body()
                        .at("/scope2/locationBased/kgCo2e")
                        .asText(),
                Stream.concat(
                                OF_2030.stream().map(figure -> year2030.at(figure).asText()),
                                LEVERS.stream().map(lever -> wedge(year2030, lever)))
                        .toList());
    }

    private static String wedge(JsonNode year, String lever) {
        for (JsonNode wedge : year.at("/wedges")) {
            if (wedge.path("leverId").asText().equals(lever)) {
                return wedge.path("tonnes").asText();
            }
        }
        throw new AssertionError("No wedge of " + lever + " in " + year);
    }
}

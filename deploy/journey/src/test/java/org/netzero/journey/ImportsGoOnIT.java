package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The energy service is killed without warning in the middle of a long import, twice. The import
/// goes on behind its last batch when the service is back, and comes out as if it had run once.
class ImportsGoOnIT {

    private static final int METERS = 100;
    private static final int HOURS = 8_760;
    private static final int ROWS = METERS * HOURS;
    private static final int KILLS = 2;

    private static Suite suite;
    private static Api api;

    @BeforeAll
    static void start() {
        PublishedSuite.end();
        suite = Suite.start("resume", "--empty");
        api = new Api(suite.address(), suite.adminKey());
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void anImportOfIntervalsThatWasKilledTwiceStoresEachIntervalOnce() {
        // Given
        assertThat(
                        api.put(
                                        "/api/sites/mill",
                                        "{\"name\": \"Mill\", \"kind\": \"OTHER\", \"country\": \"DE\", \"timeZone\": \"UTC\"}")
                                .isGood())
                .isTrue();
        String meters =
                IntStream.range(0, METERS)
                        .mapToObj("mill-%d,mill,ELECTRICITY,PURCHASED"::formatted)
                        .collect(Collectors.joining("\n", "meterId,siteId,carrier,source\n", "\n"));
        assertThat(api.importing("meters", meters).body().path("accepted").asInt())
                .isEqualTo(METERS);

        // When
        String progress = api.importing("intervals", intervals()).body().path("progress").asText();
        long killedAt = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long before = killedAt;
            killedAt =
                    Api.eventually(
                            "more than %d rows".formatted(before),
                            () -> api.get(progress).body().path("rowsRead").asLong(),
                            rows -> rows > before);
            suite.kill("energy");
            assertThat(killedAt).as("rows before kill %d", kill).isLessThan(ROWS);
        }

        // Then
        JsonNode end =
                Api.eventually(
                        "the end of the import",
                        () -> api.get(progress).body(),
                        view -> view.path("status").asText().equals("DONE"));
        assertThat(end.path("accepted").asInt()).isEqualTo(ROWS);
        assertThat(end.path("rowsRead").asInt()).isEqualTo(ROWS);
        assertThat(end.path("duplicates").asInt()).isZero();
        assertThat(end.path("rejectedRows").asInt()).isZero();
        Api.eventually(
                "%d kWh in the balance".formatted(ROWS),
                () -> api.get("/api/energy/balance?period=2019").body().at("/indirectMwh").asText(),
                mwh ->
                        !mwh.isEmpty()
                                && new BigDecimal(mwh)
                                                .movePointRight(3)
                                                .compareTo(BigDecimal.valueOf(ROWS))
                                        == 0);
    }

    /// A kilowatt-hour an hour.
    private static String intervals() {
        var file = new StringBuilder("meterId,start,quantity,unit\n");
        LocalDateTime first = LocalDateTime.of(2019, 1, 1, 0, 0);
        for (int row = 0; row < ROWS; row++) {
            file.append("mill-")
                    .append(row / HOURS)
                    .append(',')
                    .append(first.plusHours(row % HOURS))
                    .append("Z,1,kWh\n");
        }
        return file.toString();
    }
}

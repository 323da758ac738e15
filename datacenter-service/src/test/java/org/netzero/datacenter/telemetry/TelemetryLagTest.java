package org.netzero.datacenter.telemetry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class TelemetryLagTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /// None that a task of the service has.
    private static final int PARTITION = 99;

    @Inject ReadingLog log;
    @Inject TelemetryLag lag;
    @Inject UntoldPoints untold;
    @Inject Clock clock;

    @Test
    void pointsWaitBetweenReadingAndTelling() {
        await(status -> records(status, "points") == 0);
        untold.put(
                PARTITION,
                new UntoldPoints.Lanes(
                        new UntoldPoints.Waits(7, OptionalLong.of(clock.millis() - 90_000)),
                        new UntoldPoints.Waits(3, OptionalLong.empty())));
        try {
            JsonPath status =
                    await(now -> records(now, "points") >= 7 && records(now, "historyPoints") >= 3);
            assertThat(status.getDouble("lag.points.seconds")).isGreaterThanOrEqualTo(90);
            assertThat(status.getMap("lag.historyPoints")).containsEntry("seconds", null);
        } finally {
            untold.end(PARTITION);
        }

        JsonPath status =
                await(now -> records(now, "points") == 0 && records(now, "historyPoints") == 0);
        assertThat(status.getDouble("lag.points.seconds")).isZero();
        assertThat(status.getDouble("lag.historyPoints.seconds")).isZero();
    }

    @Test
    void sinceWhenSomethingWaitsIsNotKnownWhereKafkaDoesNotShowIt() {
        var readings = new PackedReadings.Packer(1);
        // of no point that there is
        readings.add(2_000_000_000, clock.millis() * 1_000_000, 1.5);
        log.append(readings.pack());

        TelemetryLag.Lags unseen = lag.behind(Map.of(), Optional.empty(), Duration.ZERO);
        assertThat(unseen.readings().records()).isPositive();
        assertThat(unseen.readings().seconds()).isNull();
        assertThat(unseen.points()).isNull();
        assertThat(unseen.historyPoints()).isNull();

        TelemetryLag.Lags seen =
                lag.behind(Map.of(), Optional.of(UntoldPoints.Lanes.NOTHING), LIMIT);
        assertThat(seen.readings().records()).isPositive();
        assertThat(seen.readings().seconds()).isNotNull();
        assertThat(seen.points()).isEqualTo(new TelemetryLag.Lag(0, 0.0));
    }

    /// Below 0 while Streams is not at work, so that nobody knows.
    private static long records(JsonPath status, String what) {
        @Nullable String records = status.getString("lag.%s.records".formatted(what));
        return records == null ? -1 : Long.parseLong(records);
    }

    private static JsonPath await(Predicate<JsonPath> expected) {
        long end = System.nanoTime() + LIMIT.toNanos();
        JsonPath status = status();
        while (!expected.test(status)) {
            assertThat(System.nanoTime()).as(status.prettify()).isLessThan(end);
            pause();
            status = status();
        }
        return status;
    }

    private static JsonPath status() {
        return given().auth()
                .oauth2(LocalStack.token("test", "viewer"))
                .get("/api/datacenters/telemetry/status")
                .jsonPath();
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}

package org.netzero.gateway.roadmap.basis;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HistoryTest {

    @Inject History history;
    @Inject Facts facts;
    @Inject DriverValueRepository driverValues;
    @Inject EntityManager database;
    @Inject Clock clock;

    @Test
    void ofTimeLongPastOnlyTheStartsOfDaysAreKept() {
        String driver = UUID.randomUUID().toString();
        Instant day = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(20));
        keep(driver, 1, day.plus(Duration.ofHours(8)), day.plus(Duration.ofHours(9)));
        keep(driver, 2, day.plus(Duration.ofHours(9)), day.plus(Duration.ofHours(30)));
        keep(driver, 3, day.plus(Duration.ofHours(30)), day.plus(Duration.ofDays(18)));
        keep(
                driver,
                4,
                day.plus(Duration.ofDays(18)),
                day.plus(Duration.ofDays(18)).plusSeconds(1));
        keep(driver, 5, day.plus(Duration.ofDays(18)).plusSeconds(1), null);

        history.thin();

        assertThat(versionsOf(driver)).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void ofScenariosTheVersionsAtStartsOfDaysAreKeptToo() {
        String id = UUID.randomUUID().toString();
        Instant day = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(20));
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(
                                        "insert into scenario select :id, 4, document, changed_at, changed_by from scenario where id = 'committed'")
                                .setParameter("id", id)
                                .executeUpdate());
        keepScenario(id, 1, day.plus(Duration.ofHours(8)));
        keepScenario(id, 2, day.plus(Duration.ofHours(9)));
        keepScenario(id, 3, day.plus(Duration.ofHours(30)));
        keepScenario(id, 4, day.plus(Duration.ofHours(31)));

        history.thin();

        List<?> kept =
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                database.createNativeQuery(
                                                "select version from scenario_version where scenario_id = :id order by version",
                                                Long.class)
                                        .setParameter("id", id)
                                        .getResultList());
        assertThat(kept.equals(List.of(2L, 4L))).as(kept.toString()).isTrue();
    }

    private void keepScenario(String id, long version, Instant at) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(
                                        "insert into scenario_version select id, :version, document, :at, 'test' from scenario where id = :id")
                                .setParameter("id", id)
                                .setParameter("version", version)
                                .setParameter("at", at)
                                .executeUpdate());
    }

    @Test
    void anInstantLongPastIsAnsweredAsTheStartOfItsDay() {
        Instant now = clock.instant();
        Instant yesterday = now.minus(Duration.ofDays(1));
        assertThat(history.keptAtOrBefore(yesterday)).isEqualTo(yesterday);
        assertThat(history.keptAtOrBefore(now.minus(Duration.ofDays(9))))
                .isEqualTo(now.minus(Duration.ofDays(9)).truncatedTo(ChronoUnit.DAYS));
    }

    @Test
    void aVersionThatIsKnownOrOlderChangesNothing() {
        String driver = UUID.randomUUID().toString();
        assertThat(facts.add(stated(driver, "10", 2))).isTrue();
        assertThat(facts.add(stated(driver, "11", 2))).isFalse();
        assertThat(facts.add(stated(driver, "9", 1))).isFalse();
        assertThat(facts.add(stated(driver, "12", 3))).isTrue();
        assertThat(versionsOf(driver)).containsExactly(2L, 3L);
    }

    private static DriverStated stated(String driver, String value, long version) {
        return new DriverStated(driver, "1999", new BigDecimal(value), "count", version);
    }

    private void keep(String driver, long version, Instant from, @Nullable Instant until) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    DriverValueEntity entity = stated(driver, "1", version).entity();
                    entity.receivedAt = from;
                    entity.supersededAt = until;
                    driverValues.persist(entity);
                });
    }

    private List<Long> versionsOf(String driver) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        driverValues.list("driver = ?1 order by version", driver).stream()
                                .map(entity -> entity.version)
                                .toList());
    }
}

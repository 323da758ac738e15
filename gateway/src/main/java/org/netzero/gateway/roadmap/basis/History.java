package org.netzero.gateway.roadmap.basis;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// How far back figures and scenarios are kept, and how finely: of the last [#KEPT_WHOLE] every
/// version, of the time before what was known at the start of each UTC day.
@ApplicationScoped
public class History {

    public static final Duration KEPT_WHOLE = Duration.ofDays(7);

    private static final List<String> TABLES =
            List.of("energy_total", "inventory", "indicator", "driver_value");

    private final EntityManager database;
    private final Clock clock;

    History(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The latest instant at or before the given one whose figures are kept.
    public Instant keptAtOrBefore(Instant instant) {
        return instant.isBefore(clock.instant().minus(KEPT_WHOLE))
                ? instant.truncatedTo(ChronoUnit.DAYS)
                : instant;
    }

    /// Lets go of old versions that were the newest at no start of a day.
    @Scheduled(every = "1h", delayed = "1m")
    @Transactional
    void thin() {
        for (String table : TABLES) {
            database.createNativeQuery(
                            """
                            delete from %s
                             where superseded_at < :limit
                               and date_trunc('day', (received_at - interval '1 microsecond') at time zone 'UTC')
                                 = date_trunc('day', (superseded_at - interval '1 microsecond') at time zone 'UTC')
                            """
                                    .formatted(table))
                    .setParameter("limit", clock.instant().minus(KEPT_WHOLE))
                    .executeUpdate();
        }
        thinScenarios();
    }

    /// A version of a scenario ends where its next one starts.
    private void thinScenarios() {
        database.createNativeQuery(
                        """
                        delete from scenario_version v
                         using (select scenario_id, version, changed_at,
                                       lead(changed_at) over (partition by scenario_id order by version) as ended_at
                                  from scenario_version) whole
                         where v.scenario_id = whole.scenario_id and v.version = whole.version
                           and whole.ended_at < :limit
                           and date_trunc('day', (whole.changed_at - interval '1 microsecond') at time zone 'UTC')
                             = date_trunc('day', (whole.ended_at - interval '1 microsecond') at time zone 'UTC')
                        """)
                .setParameter("limit", clock.instant().minus(KEPT_WHOLE))
                .executeUpdate();
    }
}

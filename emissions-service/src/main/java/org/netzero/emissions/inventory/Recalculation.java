package org.netzero.emissions.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.netzero.emissions.activity.ActivityYears;
import org.netzero.platform.messaging.Outbox;

/// Calculates the inventories of changed years and tells of those that came out differently.
@ApplicationScoped
class Recalculation {

    private static final Logger LOG = Logger.getLogger(Recalculation.class);

    private static final int RESTS = 3;
    private static final Duration LONGEST_REST = Duration.ofSeconds(10);

    private final EntityManager database;
    private final ActivityYears activityYears;
    private final ShownInventories inventories;
    private final Outbox outbox;
    private final ObjectMapper json;

    Recalculation(
            EntityManager database,
            ActivityYears activityYears,
            ShownInventories inventories,
            Outbox outbox,
            ObjectMapper json) {
        this.database = database;
        this.activityYears = activityYears;
        this.inventories = inventories;
        this.outbox = outbox;
        this.json = json;
    }

    @Scheduled(
            every = "{netzero.recalculation.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void recalculateChangedYears() {
        try {
            Set<Integer> passedOver = new HashSet<>();
            Optional<Integer> next = next(passedOver);
            while (next.isPresent()) {
                long start = System.nanoTime();
                if (!recalculated(next.get())) {
                    passedOver.add(next.get());
                }
                Thread.sleep(rest(Duration.ofNanos(System.nanoTime() - start)));
                next = next(passedOver);
            }
        } catch (RuntimeException failed) {
            LOG.warnf("Changed years wait: %s", failed.getMessage());
            LOG.debug("Changed years wait", failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether the year was calculated; not so where another instance is at it, or where it cannot
    /// be calculated, which keeps no other year waiting.
    private boolean recalculated(int year) {
        try {
            activityYears.bringUpToDate(year);
            return QuarkusTransaction.requiringNew().call(() -> recalculate(year));
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "%d waits to be calculated again", year);
            return false;
        }
    }

    /// Some times as long as the work took: a year of many records that an import goes on changing
    /// would otherwise be calculated without a pause, and keep the import from its processor.
    private static Duration rest(Duration worked) {
        Duration rest = worked.multipliedBy(RESTS);
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    /// The year that has waited longest, so that one that changes all the time keeps no other from
    /// its turn.
    private Optional<Integer> next(Set<Integer> passedOver) {
        List<?> waiting =
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                database.createNativeQuery(
                                                "select year from changed_year group by year order by min(position)",
                                                Integer.class)
                                        .getResultList());
        return waiting.stream()
                .map(Integer.class::cast)
                .filter(year -> !passedOver.contains(year))
                .findFirst();
    }

    /// The marks of the year are taken away before its records are read: what changes meanwhile
    /// marks it again. The year's row is locked, so that another instance takes another year.
    private boolean recalculate(int year) {
        database.createNativeQuery(
                        "insert into inventory_year (year) values (:year) on conflict do nothing")
                .setParameter("year", year)
                .executeUpdate();
        boolean held =
                !database.createNativeQuery(
                                "select year from inventory_year where year = :year for update skip locked",
                                Integer.class)
                        .setParameter("year", year)
                        .getResultList()
                        .isEmpty();
        if (!held) {
            return false;
        }
        database.createNativeQuery("delete from changed_year where year = :year")
                .setParameter("year", year)
                .executeUpdate();
        InventoryView inventory = inventories.current(year);
        String content = text(InventoryCalculated.of(inventory, 0));
        List<?> changed =
                database.createNativeQuery(
                                "update inventory_year set published = :content, version = version + 1"
                                        + " where year = :year and published is distinct from :content returning version",
                                Long.class)
                        .setParameter("content", content)
                        .setParameter("year", year)
                        .getResultList();
        changed.forEach(version -> tell(InventoryCalculated.of(inventory, (Long) version)));
        return true;
    }

    private void tell(InventoryCalculated calculated) {
        outbox.add(
                InventoryCalculated.TOPIC,
                InventoryCalculated.TYPE,
                calculated.period(),
                calculated);
    }

    private String text(InventoryCalculated calculated) {
        try {
            return json.writeValueAsString(calculated);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("No JSON of " + calculated, unwritable);
        }
    }
}

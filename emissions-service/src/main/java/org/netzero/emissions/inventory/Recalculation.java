package org.netzero.emissions.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.netzero.platform.messaging.Outbox;

/// Calculates the inventories of changed years and tells of those that came out differently.
@ApplicationScoped
class Recalculation {

    private static final Logger LOG = Logger.getLogger(Recalculation.class);

    private static final Duration LONGEST_REST = Duration.ofSeconds(10);

    private final EntityManager database;
    private final ShownInventories inventories;
    private final Outbox outbox;
    private final ObjectMapper json;

    Recalculation(
            EntityManager database,
            ShownInventories inventories,
            Outbox outbox,
            ObjectMapper json) {
        this.database = database;
        this.inventories = inventories;
        this.outbox = outbox;
        this.json = json;
    }

    @Scheduled(
            every = "{netzero.recalculation.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void recalculateChangedYears() {
        try {
            long start = System.nanoTime();
            while (QuarkusTransaction.requiringNew().call(this::recalculateNext)) {
                Thread.sleep(rest(Duration.ofNanos(System.nanoTime() - start)));
                start = System.nanoTime();
            }
        } catch (RuntimeException failed) {
            LOG.warn("A year waits to be calculated again", failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /// As long as the work took: a year of many records that an import goes on changing would
    /// otherwise be calculated without a pause, and keep the import from its processor.
    private static Duration rest(Duration worked) {
        return worked.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : worked;
    }

    /// The marks of the year are taken away before its records are read: what changes meanwhile
    /// marks it again. The year's row is locked, so that another instance takes another year.
    private boolean recalculateNext() {
        database.createNativeQuery(
                        "insert into inventory_year (year) select distinct year from changed_year order by year"
                                + " on conflict do nothing")
                .executeUpdate();
        List<?> next =
                database.createNativeQuery(
                                "select year from inventory_year as held where exists"
                                        + " (select from changed_year where changed_year.year = held.year)"
                                        + " order by year limit 1 for update of held skip locked",
                                Integer.class)
                        .getResultList();
        if (next.isEmpty()) {
            return false;
        }
        int year = (Integer) next.getFirst();
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

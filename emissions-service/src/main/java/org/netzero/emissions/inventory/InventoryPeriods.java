package org.netzero.emissions.inventory;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.netzero.emissions.calculation.Calculated;
import org.netzero.emissions.calculation.Finding;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.inventory.TransitionRefused.Rule;
import org.netzero.emissions.recalculation.ChangedYears;
import org.netzero.emissions.screening.Screened;

/// The years on their way from draft to locked, and on to restated.
@ApplicationScoped
class InventoryPeriods {

    /// Storing a version writes each of its results with its trace.
    private static final int LONGEST_SECONDS = 3_600;

    private final EntityManager database;
    private final TransitionRepository transitions;
    private final Inventories inventories;
    private final InventoryVersions versions;
    private final ChangedYears changedYears;
    private final Clock clock;

    InventoryPeriods(
            EntityManager database,
            TransitionRepository transitions,
            Inventories inventories,
            InventoryVersions versions,
            ChangedYears changedYears,
            Clock clock) {
        this.database = database;
        this.transitions = transitions;
        this.inventories = inventories;
        this.versions = versions;
        this.changedYears = changedYears;
        this.clock = clock;
    }

    /// A step somebody asks for.
    ///
    /// @param acknowledged flags of results the caller knows of
    record Step(
            int year,
            InventoryStatus to,
            Optional<String> reason,
            List<String> acknowledged,
            String by) {}

    /// Takes a step. Of two at once for the same year the second waits, and finds what the first
    /// made of it.
    ///
    /// @throws TransitionRefused when the order, a change since validation or a weakness that
    ///   nobody acknowledged stands against it
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public TransitionEntity take(Step step) {
        PeriodEntity period = lock(step.year());
        InventoryStatus from = period.status;
        if (!from.mayBecome(step.to())) {
            throw new TransitionRefused(
                    Rule.ORDER,
                    "The inventory of %d is %s and cannot become %s; the way is DRAFT, VALIDATED, LOCKED, RESTATED, and back from VALIDATED to DRAFT"
                            .formatted(step.year(), from, step.to()));
        }
        switch (step.to()) {
            case DRAFT -> period.validatedSha256 = null;
            case VALIDATED -> period.validatedSha256 = FigureDigest.of(something(step));
            case LOCKED, RESTATED -> store(step, period);
        }
        period.status = step.to();
        changedYears.mark(List.of(step.year()));
        return remember(step, from);
    }

    /// Every step of a year, the first one first.
    @Transactional
    public List<TransitionEntity> steps(int year) {
        return transitions.list("year = ?1 order by position", year);
    }

    private PeriodEntity lock(int year) {
        database.createNativeQuery(
                        "insert into inventory_period (year, status) values (:year, 'DRAFT') on conflict do nothing")
                .setParameter("year", year)
                .executeUpdate();
        return database.find(PeriodEntity.class, year, LockModeType.PESSIMISTIC_WRITE);
    }

    private Inventory something(Step step) {
        Inventory inventory = inventories.calculate(step.year());
        checkSettled(step.year(), inventory);
        if (inventory.lines().findAny().isEmpty()) {
            throw new TransitionRefused(
                    Rule.ORDER,
                    "The inventory of %d has no result that anybody could validate"
                            .formatted(step.year()));
        }
        return inventory;
    }

    private void store(Step step, PeriodEntity period) {
        Screened live = inventories.usual(step.year());
        checkSettled(step.year(), live.inventory());
        if (step.to() == InventoryStatus.LOCKED
                && !FigureDigest.of(live.inventory()).equals(period.validatedSha256)) {
            throw new TransitionRefused(
                    Rule.CHANGED_SINCE_VALIDATION,
                    "The figures of %d changed after they were validated; look at them and validate them again"
                            .formatted(step.year()));
        }
        checkRetired(step, live.inventory());
        checkAcknowledged(step, live.boundary().resultsFlagged(Calculated.CARRIED_FORWARD));
        try {
            store(step, live);
        } catch (RecordGone gone) {
            throw new TransitionRefused(
                    Rule.CHANGED_SINCE_VALIDATION,
                    "%s; look at the figures of %d and ask again"
                            .formatted(gone.getMessage(), step.year()));
        }
    }

    private void store(Step step, Screened live) {
        int version = versions.latest(step.year()).map(last -> last.version() + 1).orElse(1);
        versions.store(
                InventoryView.of(live, step.to(), version),
                live.inventory(),
                reader -> inventories.each(InventoryQuery.usual(step.year()), reader),
                inventories.traced(
                        InventoryQuery.usual(step.year()),
                        live.inventory().apart().stream().map(Inventory.Apart::result).toList()),
                new InventoryVersions.Circumstances(
                        step.reason(), step.acknowledged(), clock.instant(), step.by()));
    }

    /// What is being calculated again is no figure anybody could settle.
    private static void checkSettled(int year, Inventory inventory) {
        if (inventory.findings().contains(Inventories.BEING_CALCULATED)) {
            throw new TransitionRefused(
                    Rule.CHANGED_SINCE_VALIDATION,
                    "The many records of %d are being calculated again after a change; ask again when the finding %s is gone"
                            .formatted(year, Inventories.BEING_CALCULATED.code()));
        }
    }

    /// What is allocated and not retired may yet be sold to somebody else. One of which nothing
    /// counts inside the boundary stands in nobody's way.
    private static void checkRetired(Step step, Inventory inventory) {
        List<String> provisional =
                inventory.findings().stream()
                        .filter(finding -> finding.code().equals(Finding.INSTRUMENT_NOT_RETIRED))
                        .filter(finding -> finding.severity() == Finding.Severity.OPEN)
                        .map(Finding::subject)
                        .toList();
        if (!provisional.isEmpty()) {
            throw new TransitionRefused(
                    Rule.INSTRUMENT_NOT_RETIRED,
                    "%d allocations of instruments that count in %d are not yet retired, the first: '%s'; retire or release them, or the year cannot become %s"
                            .formatted(
                                    provisional.size(),
                                    step.year(),
                                    provisional.getFirst(),
                                    step.to()));
        }
    }

    private static void checkAcknowledged(Step step, long carriedForward) {
        if (carriedForward > 0 && !step.acknowledged().contains(Calculated.CARRIED_FORWARD)) {
            throw new TransitionRefused(
                    Rule.ACKNOWLEDGEMENT_NEEDED,
                    "%d results of %d stand on factors carried forward from earlier years; send \"acknowledge\": [\"%s\"] to store them as they are"
                            .formatted(carriedForward, step.year(), Calculated.CARRIED_FORWARD));
        }
    }

    private TransitionEntity remember(Step step, InventoryStatus from) {
        var entity = new TransitionEntity();
        entity.year = step.year();
        entity.position = Math.toIntExact(transitions.count("year = ?1", step.year())) + 1;
        entity.from = from;
        entity.to = step.to();
        entity.reason = step.reason().orElse(null);
        entity.acknowledged = String.join(",", step.acknowledged());
        entity.at = clock.instant();
        entity.by = step.by();
        transitions.persist(entity);
        return entity;
    }
}

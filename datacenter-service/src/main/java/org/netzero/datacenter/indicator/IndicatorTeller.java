package org.netzero.datacenter.indicator;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.indicator.DueIndicators.Due;
import org.netzero.datacenter.indicator.FacilityIndicators.Measured;
import org.netzero.platform.messaging.DatabaseFailure;
import org.netzero.platform.messaging.Outbox;

/// Computes due indicators and tells the others of those that changed, in the transaction that
/// takes them off the list. With few of them that is at once; where readings of very many
/// facilities come all the time, telling takes a bounded part of the time and skips figures in
/// between.
@ApplicationScoped
class IndicatorTeller {

    private static final Logger LOG = Logger.getLogger(IndicatorTeller.class);

    private static final int BATCH = 50;

    /// A fifth of the time is taken by telling.
    private static final int REST_PER_WORK = 4;

    private static final long LONGEST_REST_NANOS = 3_000_000_000L;

    private final DataSource database;
    private final DueIndicators due;
    private final Facilities facilities;
    private final FacilityIndicators measured;
    private final StatedIndicators stated;
    private final Supplies supplies;
    private final Outbox outbox;
    private long restsUntil = System.nanoTime();

    IndicatorTeller(
            DataSource database,
            DueIndicators due,
            Facilities facilities,
            FacilityIndicators measured,
            StatedIndicators stated,
            Supplies supplies,
            Outbox outbox) {
        this.database = database;
        this.due = due;
        this.facilities = facilities;
        this.measured = measured;
        this.stated = stated;
        this.supplies = supplies;
        this.outbox = outbox;
    }

    @Scheduled(
            every = "{netzero.indicators.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellDue() {
        if (System.nanoTime() - restsUntil < 0) {
            return;
        }
        long begun = System.nanoTime();
        try {
            while (QuarkusTransaction.requiringNew().call(this::tellSome) == BATCH) {
                LOG.debug("more indicators are due");
            }
        } catch (RuntimeException failed) {
            LOG.warnf("Indicators wait: %s", failed.getMessage());
            LOG.debug("Indicators wait", failed);
        }
        long now = System.nanoTime();
        restsUntil = now + Math.min(LONGEST_REST_NANOS, REST_PER_WORK * (now - begun));
    }

    private int tellSome() {
        List<Due> taken = due.take(BATCH);
        if (taken.isEmpty()) {
            return 0;
        }
        Set<String> conflicts = supplies.conflicts();
        for (Due indicator : taken) {
            figure(indicator, conflicts).ifPresent(this::tell);
        }
        return taken.size();
    }

    /// The measured figure with the stated one beside it; where nothing is measured, the stated
    /// one.
    private Optional<IndicatorTold> figure(Due indicator, Set<String> conflicts) {
        Optional<Facility> facility = facilities.find(indicator.subject());
        Optional<BigDecimal> pue =
                stated.find(indicator.subject(), StatedIndicator.Name.PUE, indicator.period());
        return facility.flatMap(known -> measuredFigure(indicator, known, pue, conflicts))
                .or(() -> pue.map(value -> statedFigure(indicator, facility, value)));
    }

    private Optional<IndicatorTold> measuredFigure(
            Due indicator,
            Facility facility,
            Optional<BigDecimal> statedPue,
            Set<String> conflicts) {
        Measured own = measured.of(facility, indicator.period(), conflicts);
        return own.effectiveness().sums().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        IndicatorTold.measured(
                                facility, indicator.period(), own, statedPue.orElse(null)));
    }

    private static IndicatorTold statedFigure(
            Due indicator, Optional<Facility> facility, BigDecimal pue) {
        return IndicatorTold.stated(
                indicator.subject(),
                facility.map(Facility::siteId).orElse(null),
                indicator.period(),
                pue);
    }

    private void tell(IndicatorTold figure) {
        OptionalLong version = versionIfChanged(figure);
        if (version.isPresent()) {
            outbox.add(
                    IndicatorTold.TOPIC,
                    IndicatorTold.TYPE,
                    figure.key(),
                    figure.withVersion(version.getAsLong()));
        }
    }

    /// The row is locked by this until the transaction ends, so events of one key are stored in
    /// their order.
    private OptionalLong versionIfChanged(IndicatorTold figure) {
        try (var connection = database.getConnection();
                var upsert =
                        connection.prepareStatement(
                                """
                                insert into told_indicator as known (subject, period, content, version)
                                values (?, ?, ?, 1)
                                on conflict (subject, period) do update
                                set content = excluded.content, version = known.version + 1
                                where known.content <> excluded.content
                                returning version\
                                """)) {
            upsert.setString(1, figure.subject());
            upsert.setString(2, figure.period().toString());
            upsert.setString(3, figure.toString());
            try (var row = upsert.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("The indicator " + figure.key(), failed);
        }
    }
}

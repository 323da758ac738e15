package org.netzero.emissions.gridfactor;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.Place;
import org.netzero.emissions.consumption.Sites;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.library.Factors;
import org.netzero.platform.database.Statements;
import org.netzero.platform.messaging.Outbox;

/// Tells the other services by which factors electricity is accounted at the places of the sites:
/// at first, and again whenever factors are adopted, a site stands at a new place or another day
/// begins, on which other publications may be known.
@ApplicationScoped
class IntensityTeller {

    private static final Logger LOG = Logger.getLogger(IntensityTeller.class);

    /// What is measured may reach back this far.
    private static final int FIRST_YEAR = 2000;

    private final Factors factors;
    private final Sites sites;
    private final Outbox outbox;
    private final Clock clock;
    private final Statements statements;
    private volatile @Nullable Told told;

    /// What was told last: of what library, on which day, of which places.
    private record Told(FactorLibrary library, LocalDate day, Set<Place> places) {

        boolean isOf(FactorLibrary other, LocalDate today) {
            return library == other && day.equals(today);
        }
    }

    IntensityTeller(Factors factors, Sites sites, Outbox outbox, Clock clock, DataSource database) {
        this.factors = factors;
        this.sites = sites;
        this.outbox = outbox;
        this.clock = clock;
        this.statements = new Statements(database, "Intensities");
    }

    @Scheduled(
            every = "{netzero.intensities.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellNews() {
        Optional<FactorLibrary> loaded = factors.loadedLibrary();
        if (loaded.isEmpty()) {
            return;
        }
        try {
            LocalDate today = LocalDate.now(clock);
            Set<Place> places =
                    QuarkusTransaction.requiringNew()
                            .call(() -> new HashSet<>(sites.places().values()));
            Told before = told;
            var news = new HashSet<>(places);
            if (before != null && before.isOf(loaded.get(), today)) {
                news.removeAll(before.places());
            }
            if (!news.isEmpty()) {
                tell(new GridFactors(loaded.get(), today), List.copyOf(news));
            }
            told = new Told(loaded.get(), today, places);
        } catch (RuntimeException failed) {
            LOG.warnf("Intensities wait: %s", failed.getMessage());
            LOG.debug("Intensities wait", failed);
        }
    }

    private void tell(GridFactors inUse, List<Place> places) {
        for (Place place : places) {
            List<IntensityAdopted> years =
                    years(inUse.asAt()).mapToObj(year -> inUse.at(place, year)).toList();
            QuarkusTransaction.requiringNew().run(() -> years.forEach(this::tell));
        }
    }

    /// Whatever year it is anywhere: east of here the next one begins a day ahead.
    static IntStream years(LocalDate today) {
        return IntStream.rangeClosed(FIRST_YEAR, today.plusDays(1).getYear());
    }

    /// The row is locked by this until the transaction ends, so events of one key are stored in
    /// their order.
    private void tell(IntensityAdopted intensity) {
        List<Long> version =
                statements.query(
                        """
                        insert into told_intensity as known (key, content, version) values (?, ?, 1)
                        on conflict (key) do update set content = excluded.content, version = known.version + 1
                        where known.content <> excluded.content returning version
                        """,
                        upsert -> {
                            upsert.setString(1, intensity.key());
                            upsert.setString(2, intensity.toString());
                        },
                        row -> row.getLong(1));
        version.forEach(number ->
                outbox.add(
                        IntensityAdopted.TOPIC,
                        IntensityAdopted.TYPE,
                        intensity.key(),
                        intensity.withVersion(number)));
    }
}

package org.netzero.energy.instrument;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.Flow;
import org.netzero.energy.carrier.Joules;
import org.netzero.energy.claim.HourlyEvidence;
import org.netzero.energy.consumption.SeriesMeasured;
import org.netzero.energy.instrument.AllocatedHours.Laid;
import org.netzero.energy.interval.MeasuredElectricity;
import org.netzero.energy.interval.MeasuredElectricity.Measured;
import org.netzero.energy.matching.ClaimedHours;
import org.netzero.energy.meter.MeterHours;
import org.netzero.energy.meter.TooManyHours;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.Sites;
import org.netzero.platform.input.Period;

/// Compares allocations with the hours of load and generation, in the background: once in some
/// seconds for each site, however much of it changed.
@ApplicationScoped
class HourlyVerdicts {

    private static final Logger LOG = Logger.getLogger(HourlyVerdicts.class);

    private final HourlyEvidenceTable table;
    private final HeldInstruments instruments;
    private final AllocatedHours allocated;
    private final MeasuredElectricity electricity;
    private final ClaimPools pools;
    private final ToldAllocations told;
    private final Sites sites;
    private final Clock clock;
    private final Failures failures;

    HourlyVerdicts(
            HourlyEvidenceTable table,
            HeldInstruments instruments,
            AllocatedHours allocated,
            MeasuredElectricity electricity,
            ClaimPools pools,
            ToldAllocations told,
            Sites sites,
            Clock clock) {
        this.table = table;
        this.instruments = instruments;
        this.allocated = allocated;
        this.electricity = electricity;
        this.pools = pools;
        this.told = told;
        this.sites = sites;
        this.clock = clock;
        this.failures = new Failures(clock);
    }

    /// Notes, in the transaction that stores it, that something was measured.
    void note(@Observes SeriesMeasured measured) {
        table.changed(measured.series());
    }

    /// A claim whose time went by can be judged, also where nothing is measured any more.
    @Scheduled(every = "6h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void noteWhatEnded() {
        table.ended(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void compareWhatChanged() {
        for (HourlyEvidenceTable.Waiting waiting : table.waiting()) {
            if (failures.isDue(waiting.siteId())) {
                tryToCompare(waiting);
            }
        }
    }

    private void tryToCompare(HourlyEvidenceTable.Waiting waiting) {
        String siteId = waiting.siteId();
        try {
            QuarkusTransaction.requiringNew().run(() -> compare(waiting));
            failures.forget(siteId);
        } catch (RuntimeException failed) {
            Failures.Failure failure = failures.add(siteId);
            if (failure.times() == 1) {
                LOG.errorf(failed, "The hours of '%s' could not be compared", siteId);
            } else {
                LOG.warnf(
                        "The hours of '%s' could not be compared, %d times now, and are again from %s: %s",
                        siteId, failure.times(), failure.nextFrom(), failed);
            }
        }
    }

    private void compare(HourlyEvidenceTable.Waiting waiting) {
        Optional<Site> site =
                Optional.ofNullable(sites.named(List.of(waiting.siteId())).get(waiting.siteId()));
        if (site.isPresent()) {
            List<Claimed> claims =
                    instruments
                            .claimed(HeldInstruments.EVER, Optional.of(waiting.siteId()))
                            .stream()
                            .filter(Claimed::covers)
                            .sorted(Comparator.comparing(claim -> claim.period().start()))
                            .toList();
            together(claims).forEach(some -> compare(site.get(), some));
            Set<String> touched = new TreeSet<>();
            claims.forEach(claim -> touched.add(claim.instrumentId()));
            if (!touched.isEmpty()) {
                pools.hold(touched);
                told.tellJudged(touched);
            }
        }
        table.answered(waiting);
    }

    /// Claims whose times overlap, in chains, share the load of their hours.
    private static List<List<Claimed>> together(List<Claimed> inOrder) {
        var groups = new ArrayList<List<Claimed>>();
        LocalDate reached = LocalDate.MIN;
        for (Claimed claim : inOrder) {
            if (!claim.period().start().isBefore(reached)) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(claim);
            reached = claim.period().end().isAfter(reached) ? claim.period().end() : reached;
        }
        return groups;
    }

    private void compare(Site site, List<Claimed> claims) {
        Span time = claims.getFirst().period();
        for (Claimed claim : claims) {
            time =
                    new Span(
                            time.start(),
                            claim.period().end().isAfter(time.end())
                                    ? claim.period().end()
                                    : time.end());
        }
        Set<String> plants = new TreeSet<>(allocated.metersOf(claims));
        if (plants.isEmpty()) {
            return;
        }
        try {
            compare(site, claims, time, plants);
        } catch (TooManyHours refused) {
            claims.forEach(claim ->
                    table.put(
                            claim.allocationId(),
                            new HourlyEvidence.NotKnown(String.valueOf(refused.getMessage()))));
        }
    }

    private void compare(Site site, List<Claimed> claims, Span time, Set<String> plants) {
        Measured measured =
                electricity.of(
                        new Period(time.start(), time.end()),
                        meter ->
                                plants.contains(meter.meterId())
                                        || meter.siteId().equals(site.siteId()),
                        Optional.of(site.siteId()));
        List<Laid> laid =
                allocated.lay(
                        claims,
                        instruments.claimed(time, Optional.empty()).stream()
                                .filter(Claimed::covers)
                                .toList(),
                        time,
                        measured.hours());
        new Comparison(site, measured, laid).evidence();
    }

    private final class Comparison {

        private final Site site;
        private final Measured measured;
        private final List<Laid> laid;
        private final long[] drawn;
        private final BitSet known = new BitSet();

        Comparison(Site site, Measured measured, List<Laid> laid) {
            this.site = site;
            this.measured = measured;
            this.laid = laid;
            this.drawn = new long[measured.hours().count()];
            draw();
        }

        private void draw() {
            List<MeterHours> purchased =
                    measured.hours().meters().stream()
                            .filter(meter -> meter.meter().siteId().equals(site.siteId()))
                            .filter(meter -> meter.meter().source().flow() == Flow.PURCHASE)
                            .toList();
            for (int hour = 0; hour < drawn.length; hour++) {
                boolean expected = false;
                boolean whole = true;
                for (MeterHours meter : purchased) {
                    if (meter.isExpected(hour)) {
                        expected = true;
                        whole &= meter.isWhole(hour);
                        drawn[hour] += meter.joules()[hour];
                    }
                }
                known.set(hour, expected && whole);
            }
        }

        void evidence() {
            var load = drawn.clone();
            for (int hour = 0; hour < load.length; hour++) {
                load[hour] = known.get(hour) ? load[hour] : 0;
            }
            List<long[]> met = ClaimedHours.meeting(load, laid.stream().map(Laid::joules).toList());
            for (int i = 0; i < laid.size(); i++) {
                table.put(laid.get(i).claimed().allocationId(), evidence(laid.get(i), met.get(i)));
            }
        }

        private HourlyEvidence evidence(Laid one, long[] met) {
            if (one.notKnown().isPresent()) {
                return new HourlyEvidence.NotKnown(one.notKnown().get());
            }
            Optional<String> elsewhere = elsewhere(one);
            if (elsewhere.isPresent()) {
                return new HourlyEvidence.Impossible(elsewhere.get());
            }
            long generated = 0;
            long matched = 0;
            int without = one.unmeasured().cardinality();
            for (int hour = 0; hour < met.length; hour++) {
                generated += one.joules()[hour];
                matched += met[hour];
                without += one.joules()[hour] > 0 && !known.get(hour) ? 1 : 0;
            }
            if (without > 0) {
                return new HourlyEvidence.NotKnown(
                        "%,d hours of generation or of what the site drew are not measured; of the others %s of %s kWh agree."
                                .formatted(
                                        without,
                                        Joules.kwh(matched).toPlainString(),
                                        Joules.kwh(one.claimedJoules()).toPlainString()));
            }
            // a claim finer than a joule is whole when its joules are
            return new HourlyEvidence.Compared(
                    generated == one.claimedJoules()
                            ? one.claimed().energyKwh()
                            : Joules.kwh(generated),
                    matched == one.claimedJoules()
                            ? one.claimed().energyKwh()
                            : Joules.kwh(matched));
        }

        /// Nothing leaves its zone.
        private Optional<String> elsewhere(Laid one) {
            String zone = site.zoneOfGrid();
            return measured.hours().meters().stream()
                    .filter(meter ->
                            one.of()
                                    .filter(of -> of.meterIds().contains(meter.meter().meterId()))
                                    .isPresent())
                    .filter(meter -> !zoneOf(meter).equals(zone))
                    .findFirst()
                    .map(meter ->
                            "Its meter '%s' generates in the zone %s of the grid, the electricity is consumed in %s."
                                    .formatted(meter.meter().meterId(), zoneOf(meter), zone));
        }

        private String zoneOf(MeterHours meter) {
            return meter.meter()
                    .zone()
                    .orElseGet(() ->
                            Optional.ofNullable(
                                            measured.hours().places().get(meter.meter().siteId()))
                                    .map(Site::zoneOfGrid)
                                    .orElse(""));
        }
    }
}

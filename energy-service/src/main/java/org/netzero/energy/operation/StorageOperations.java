package org.netzero.energy.operation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.balance.FindingCode;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.Flow;
import org.netzero.energy.meter.HourlySeries;
import org.netzero.energy.meter.Meter;
import org.netzero.energy.meter.MeterHours;
import org.netzero.energy.meter.MeteredEnergy;
import org.netzero.energy.site.Site;
import org.netzero.energy.storage.Storage;
import org.netzero.energy.storage.Storages;
import org.netzero.platform.input.Period;

/// How storage was run, from the intervals of its meters: those that name it, or those of its site
/// where it is the only one there.
@ApplicationScoped
public class StorageOperations {

    private final Storages storages;
    private final MeteredEnergy metered;

    StorageOperations(Storages storages, MeteredEnergy metered) {
        this.storages = storages;
        this.metered = metered;
    }

    /// States of charge that somebody read off the storage itself.
    ///
    /// @param startKwh at the beginning of the period
    /// @param endKwh at its end
    public record Stated(Optional<BigDecimal> startKwh, Optional<BigDecimal> endKwh) {

        /// Nobody did.
        public static final Stated NONE = new Stated(Optional.empty(), Optional.empty());
    }

    /// @param hours those of its site
    public StorageOperation of(
            Storage storage, Site site, Period period, HourlySeries.Hours hours, Stated stated) {
        boolean alone = storages.ofSite(storage.siteId()).size() == 1;
        List<MeterHours> meters =
                hours.meters().stream()
                        .filter(meter -> isOf(meter.meter(), storage, alone))
                        .toList();
        var gathering = new Gathering(storage, site, period, hours, meters, alone);
        return gathering.operation(stated);
    }

    /// Whether a meter tells of a storage. One that names a storage tells of no other.
    private static boolean isOf(Meter meter, Storage storage, boolean alone) {
        boolean ofStorage =
                meter.source() == EnergySource.STORAGE_CHARGE
                        || meter.source() == EnergySource.STORAGE_DISCHARGE;
        return ofStorage && meter.storageId().map(storage.storageId()::equals).orElse(alone);
    }

    private final class Gathering {

        private final Storage storage;
        private final Site site;
        private final Period period;
        private final HourlySeries.Hours hours;
        private final List<MeterHours> meters;
        private final boolean alone;
        private final long[] charged;
        private final long[] discharged;
        private final BitSet expected = new BitSet();
        private final BitSet measured = new BitSet();
        private final List<Finding> findings = new ArrayList<>();

        Gathering(
                Storage storage,
                Site site,
                Period period,
                HourlySeries.Hours hours,
                List<MeterHours> meters,
                boolean alone) {
            this.storage = storage;
            this.site = site;
            this.period = period;
            this.hours = hours;
            this.meters = meters;
            this.alone = alone;
            this.charged = new long[hours.count()];
            this.discharged = new long[hours.count()];
            for (int hour = 0; hour < hours.count(); hour++) {
                gather(hour);
            }
        }

        private void gather(int hour) {
            boolean whole = true;
            for (MeterHours meter : meters) {
                if (meter.meter().source().flow() == Flow.STORAGE_CHARGE) {
                    charged[hour] += meter.joules()[hour];
                } else {
                    discharged[hour] += meter.joules()[hour];
                }
                if (meter.isExpected(hour)) {
                    expected.set(hour);
                    whole &= meter.isWhole(hour);
                }
            }
            measured.set(hour, whole && expected.get(hour));
        }

        StorageOperation operation(Stated stated) {
            Before before = before();
            BigDecimal in = kwh(charged);
            BigDecimal out = kwh(discharged);
            Optional<BigDecimal> known = knownStart(stated, before);
            Optional<BigDecimal> change =
                    known.flatMap(start -> stated.endKwh().map(end -> end.subtract(start)));
            Optional<RoundTrip> roundTrip =
                    RoundTrip.of(in, out, change, storage.usableCapacityKwh());
            BigDecimal efficiency = efficiency(roundTrip);
            BigDecimal start =
                    stated.startKwh().orElseGet(() -> before.heldKwh(storage, efficiency));
            var run = new StorageRun(start, efficiency, charged, discharged);
            findings.addAll(
                    StorageOperation.ofStates(
                            storage, run, before.heldKwh(storage, BigDecimal.ONE)));
            roundTrip.ifPresent(this::impossible);
            abovePower();
            gaps();
            return new StorageOperation(
                    storage, hours, run, expected, measured, roundTrip, stated.endKwh(), findings);
        }

        /// Stated for this period, or of the first day where the period begins with it.
        private Optional<BigDecimal> knownStart(Stated stated, Before before) {
            if (stated.startKwh().isPresent()) {
                return stated.startKwh();
            }
            return before.isNothing() ? storage.initialStateOfChargeKwh() : Optional.empty();
        }

        /// As the states at both ends tell, as expected, or as if it held at the end what it held
        /// at the beginning.
        private BigDecimal efficiency(Optional<RoundTrip> roundTrip) {
            Optional<BigDecimal> told = roundTrip.flatMap(RoundTrip::measured);
            if (told.isPresent()) {
                return told.get();
            }
            if (storage.initialStateOfChargeKwh().isEmpty()) {
                assumed(
                        "what it held at first is not stated, and counts as nothing; state its initialStateOfChargeKwh");
            }
            if (storage.roundTripEfficiency().isPresent()) {
                return storage.roundTripEfficiency().get();
            }
            assumed(
                    "how much it loses is not stated, so it counts as holding at the end of the period what it held at the beginning; state its roundTripEfficiency");
            return roundTrip
                    .map(RoundTrip::unchanged)
                    .filter(unchanged -> unchanged.signum() > 0)
                    .map(BigDecimal.ONE::min)
                    .orElse(BigDecimal.ONE);
        }

        private void assumed(String what) {
            findings.add(
                    new Finding(FindingCode.STATE_OF_CHARGE_ASSUMED, storage.storageId(), what));
        }

        private void impossible(RoundTrip trip) {
            if (trip.measured().filter(told -> told.compareTo(BigDecimal.ONE) > 0).isPresent()) {
                findings.add(
                        new Finding(
                                FindingCode.CREATES_ENERGY,
                                storage.storageId(),
                                "by the states of charge at both ends it gave back more than it took in; check them, and its meters"));
            }
        }

        private void abovePower() {
            above(Flow.STORAGE_CHARGE, storage.chargePowerKw(), "took in");
            above(Flow.STORAGE_DISCHARGE, storage.dischargePowerKw(), "gave back");
        }

        private void above(Flow flow, BigDecimal powerKw, String what) {
            List<Meter> of =
                    meters.stream()
                            .map(MeterHours::meter)
                            .filter(meter -> meter.source().flow() == flow)
                            .toList();
            if (of.isEmpty()) {
                return;
            }
            metered.above(powerKw, of, period.in(site.timeZone()))
                    .ifPresent(excess ->
                            findings.add(
                                    new Finding(
                                            FindingCode.ABOVE_POWER,
                                            storage.storageId(),
                                            "in %,d intervals, first at %s, it %s more power than its %s kW; check the meters' unit, or the power"
                                                    .formatted(
                                                            excess.intervals(),
                                                            excess.first(),
                                                            what,
                                                            powerKw.toPlainString()))));
        }

        private void gaps() {
            if (meters.isEmpty()) {
                findings.add(
                        new Finding(
                                alone ? FindingCode.NOTHING_ON_FILE : FindingCode.NOT_TOLD_APART,
                                storage.storageId(),
                                alone
                                        ? "no meter tells what it took in and gave back; this is missing, not zero"
                                        : "no meter names the storage, and '%s' has others; let its meters name it"
                                                .formatted(storage.siteId())));
            }
            BitSet missing = (BitSet) expected.clone();
            missing.andNot(measured);
            if (!missing.isEmpty()) {
                findings.add(
                        new Finding(
                                FindingCode.METER_GAPS,
                                storage.storageId(),
                                "%,d of %,d hours are not wholly measured; what is missing of them is not zero, so the state of charge is not what it was"
                                        .formatted(missing.cardinality(), expected.cardinality())));
            }
        }

        /// What went through it before the period.
        private Before before() {
            LocalDate from = LocalDate.of(Period.MIN_YEAR, 1, 1);
            if (!from.isBefore(period.start())) {
                return new Before(0, 0);
            }
            long in = 0;
            long out = 0;
            for (MeteredEnergy.Measured measured :
                    metered.ofSite(
                            storage.siteId(),
                            meter -> isOf(meter, storage, alone),
                            new Span(from, period.start()))) {
                long joules = measured.days().stream().mapToLong(MeteredEnergy.Day::joules).sum();
                if (measured.meter().source().flow() == Flow.STORAGE_CHARGE) {
                    in += joules;
                } else {
                    out += joules;
                }
            }
            return new Before(in, out);
        }

        private static BigDecimal kwh(long[] joules) {
            long sum = 0;
            for (long one : joules) {
                sum = Math.addExact(sum, one);
            }
            return MeteredEnergy.kwh(sum);
        }
    }

    /// What a storage took in and gave back before a period, in joules.
    private record Before(long in, long out) {

        boolean isNothing() {
            return in == 0 && out == 0;
        }

        BigDecimal heldKwh(Storage storage, BigDecimal efficiency) {
            return storage.initialStateOfChargeKwh()
                    .orElse(BigDecimal.ZERO)
                    .add(MeteredEnergy.kwh(in).multiply(efficiency))
                    .subtract(MeteredEnergy.kwh(out));
        }
    }
}

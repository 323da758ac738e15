package org.netzero.datacenter.effectiveness;

import static org.netzero.datacenter.metering.MeasuringRole.FACILITY_INPUT;
import static org.netzero.datacenter.metering.MeasuringRole.FUEL;
import static org.netzero.datacenter.metering.MeasuringRole.IT;
import static org.netzero.datacenter.metering.MeasuringRole.ON_SITE_GENERATION;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.netzero.datacenter.effectiveness.GridFactor.Method;
import org.netzero.datacenter.metering.MeasuringRole;

/// What the energy of a facility emits and how much of it is renewable, over hours that are whole
/// in every series it is made of: what entered, IT, and fuel and own generation where there are
/// such points.
///
/// Electricity from the grid is what entered less own generation that was kept. Location-based it
/// is at the average of the grid of its time; market-based what instruments cover is at the rate
/// they convey, and the rest at the residual mix. An instrument covers as large a part of the hours
/// as they are of its period, and never more than was drawn in the same part of the time: what one
/// month has too much of covers nothing of another. Fuel is burnt at the facility, whichever side
/// of its boundary it enters on.
///
/// @param facilityKwh what entered, by the boundary of the facility
/// @param itKwh of the same hours
/// @param hours how many these are
/// @param gridKwh electricity from the grid
/// @param fuelKwh fuel burnt
/// @param keptKwh own generation that the facility used in the hour it was generated
/// @param coveredKwh electricity from the grid that instruments cover
/// @param renewableKwh what counts as renewable energy owned and controlled: in each part at most
///   what entered
/// @param retiredByKind what retired instruments are of, by their kind, before that cap
/// @param ownRenewableKwh own generation whose attributes were kept, before that cap
/// @param kgLocation empty where it is not known
/// @param kgMarket empty where it is not known
/// @param factors what was used, each once
/// @param instruments what was used, and how much of it
/// @param missingCue what keeps CUE from being known, or whole
/// @param missingRef what REF does not count
public record Footprint(
        BigDecimal facilityKwh,
        BigDecimal itKwh,
        long hours,
        BigDecimal gridKwh,
        BigDecimal fuelKwh,
        BigDecimal keptKwh,
        BigDecimal coveredKwh,
        BigDecimal renewableKwh,
        Map<String, BigDecimal> retiredByKind,
        BigDecimal ownRenewableKwh,
        Optional<BigDecimal> kgLocation,
        Optional<BigDecimal> kgMarket,
        List<GridFactor> factors,
        List<Covering> instruments,
        Set<Missing> missingCue,
        Set<Missing> missingRef) {

    private static final int DECIMALS = 12;

    /// A stretch of time and what is known of its hours.
    ///
    /// @param siteShare the facility's part of what the data centres of its site used, 0 to 1;
    ///   empty where that is not known
    public record Part(Instant start, Instant end, HourSums sums, Optional<BigDecimal> siteShare) {}

    /// What an instrument covers of the hours.
    public record Covering(SiteInstrument instrument, BigDecimal kwh) {}

    /// CO2e of the facility's energy / IT energy, location-based: kg CO2e per kWh (ISO/IEC
    /// 30134-8).
    public Optional<BigDecimal> cueLocationBased() {
        return kgLocation.flatMap(kg -> Effectiveness.quotient(kg, itKwh));
    }

    /// The same, market-based.
    public Optional<BigDecimal> cueMarketBased() {
        return kgMarket.flatMap(kg -> Effectiveness.quotient(kg, itKwh));
    }

    /// The same without its figures, since the meters it is made of contradict each other.
    ///
    /// @param why [Missing#PUE_BELOW_ONE] or [Missing#HELD_BALANCE]
    public Footprint held(Missing why) {
        return new Footprint(
                facilityKwh,
                itKwh,
                hours,
                gridKwh,
                fuelKwh,
                keptKwh,
                coveredKwh,
                renewableKwh,
                retiredByKind,
                ownRenewableKwh,
                Optional.empty(),
                Optional.empty(),
                factors,
                instruments,
                and(missingCue, why),
                and(missingRef, why));
    }

    private static Set<Missing> and(Set<Missing> missing, Missing why) {
        Set<Missing> all = EnumSet.of(why);
        all.addAll(missing);
        return all;
    }

    /// Whether its figures are held.
    public boolean isHeld() {
        return missingRef.contains(Missing.PUE_BELOW_ONE)
                || missingRef.contains(Missing.HELD_BALANCE);
    }

    /// Renewable energy factor: renewable energy owned and controlled / facility energy (ISO/IEC
    /// 30134-3). At most 1. Empty when no hour is whole, when it is held, and when it is not known
    /// how much of what is allocated to the site is the facility's.
    public Optional<BigDecimal> ref() {
        return isHeld() || !isShareKnown()
                ? Optional.empty()
                : Effectiveness.quotient(renewableKwh, facilityKwh);
    }

    /// Whether what is retired for the site is known to be the facility's, in what part.
    public boolean isShareKnown() {
        return !missingRef.contains(Missing.SITE_SHARE_UNKNOWN);
    }

    /// @param parts stretches that do not overlap; within one, factors are those of its first day,
    ///   and what is allocated to it stays in it
    public static Footprint of(List<Part> parts, Boundary boundary, Supply supply) {
        return new Summing(parts, boundary, supply).sum();
    }

    private static final class Summing {

        private final List<Part> parts;
        private final Boundary boundary;
        private final Supply supply;
        private final Set<MeasuringRole> series = EnumSet.of(FACILITY_INPUT, IT);
        private final Set<Missing> missingCue = EnumSet.noneOf(Missing.class);
        private final Set<Missing> missingRef = EnumSet.noneOf(Missing.class);
        private final Set<GridFactor> factors = new LinkedHashSet<>();
        private final Map<SiteInstrument, BigDecimal> covered = new LinkedHashMap<>();
        private final Map<String, BigDecimal> retired = new LinkedHashMap<>();
        private long hours;
        private BigDecimal grid = BigDecimal.ZERO;
        private BigDecimal renewable = BigDecimal.ZERO;
        private BigDecimal ownRenewable = BigDecimal.ZERO;
        private BigDecimal kgByAverage = BigDecimal.ZERO;
        private BigDecimal kgByMarket = BigDecimal.ZERO;
        private boolean averageKnown = true;
        private boolean marketKnown = true;
        private boolean somethingAllocated;

        Summing(List<Part> parts, Boundary boundary, Supply supply) {
            this.parts = parts;
            this.boundary = boundary;
            this.supply = supply;
            for (MeasuringRole role : List.of(FUEL, ON_SITE_GENERATION)) {
                if (parts.stream().anyMatch(part -> part.sums().knows(role))) {
                    series.add(role);
                }
            }
            series.addAll(boundary.facilityRoles());
        }

        Footprint sum() {
            for (Part part : parts) {
                long counted = part.sums().hours(series);
                if (counted > 0) {
                    hours += counted;
                    add(part, counted);
                }
            }
            return footprint();
        }

        private void add(Part part, long counted) {
            BigDecimal drawn = amount(part, FACILITY_INPUT).subtract(kept(part));
            grid = grid.add(drawn);
            Map<SiteInstrument, BigDecimal> allocated = allocated(part, counted);
            somethingAllocated |= !allocated.isEmpty();
            addEmissions(part, drawn, allocated);
            addRenewable(part, allocated);
        }

        private BigDecimal amount(Part part, MeasuringRole role) {
            return part.sums().amount(Set.of(role), series);
        }

        private BigDecimal amount(Set<MeasuringRole> roles) {
            return parts.stream()
                    .map(part -> part.sums().amount(roles, series))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private void addEmissions(
                Part part, BigDecimal drawn, Map<SiteInstrument, BigDecimal> allocated) {
            LocalDate day = part.start().atZone(supply.zone()).toLocalDate();
            Optional<GridFactor> average = factor(Method.LOCATION_BASED, day);
            Optional<GridFactor> residual = factor(Method.MARKET_RESIDUAL, day);
            if (average.isPresent()) {
                kgByAverage = kgByAverage.add(drawn.multiply(average.get().kgCo2ePerKwh()));
                factors.add(average.get());
            } else {
                averageKnown = false;
                missingCue.add(Missing.NO_GRID_FACTOR);
            }
            if (residual.isEmpty()) {
                missingCue.add(Missing.NO_RESIDUAL_MIX);
            }
            BigDecimal rest = drawn;
            for (Covering one : covering(allocated, drawn)) {
                covered.merge(one.instrument(), one.kwh(), BigDecimal::add);
                kgByMarket = kgByMarket.add(one.kwh().multiply(one.instrument().kgCo2ePerKwh()));
                rest = rest.subtract(one.kwh());
            }
            Optional<GridFactor> ofRest = residual.or(() -> average);
            if (ofRest.isPresent()) {
                kgByMarket =
                        kgByMarket.add(
                                rest.max(BigDecimal.ZERO).multiply(ofRest.get().kgCo2ePerKwh()));
                factors.add(ofRest.get());
            } else {
                marketKnown = false;
            }
        }

        private Optional<GridFactor> factor(Method method, LocalDate day) {
            return supply.factors().stream()
                    .filter(factor -> factor.isInUse(method, day))
                    .findFirst();
        }

        /// What instruments are of the counted hours; nothing of those whose part is not known.
        private Map<SiteInstrument, BigDecimal> allocated(Part part, long counted) {
            var allocated = new LinkedHashMap<SiteInstrument, BigDecimal>();
            for (SiteInstrument one : supply.instruments()) {
                BigDecimal kwh = ofSite(one, part, counted);
                if (kwh.signum() == 0) {
                    continue;
                }
                if (part.siteShare().isPresent()) {
                    allocated.put(one, kwh.multiply(part.siteShare().get()));
                } else {
                    noteUnknownShare(one);
                }
            }
            allocated.values().removeIf(kwh -> kwh.signum() == 0);
            return allocated;
        }

        private void noteUnknownShare(SiteInstrument one) {
            somethingAllocated = true;
            if (!one.sellsOwnGeneration() && !one.meetsScope2()) {
                missingCue.add(Missing.CRITERIA_NOT_MET);
            }
            if (!one.sellsOwnGeneration() && one.renewable() && !one.retired()) {
                missingRef.add(Missing.NOT_RETIRED);
            }
            if (one.meetsScope2() && !one.sellsOwnGeneration()) {
                missingCue.add(Missing.SITE_SHARE_UNKNOWN);
                marketKnown = false;
            }
            if (one.sellsOwnGeneration() || (one.renewable() && one.retired())) {
                missingRef.add(Missing.SITE_SHARE_UNKNOWN);
            }
        }

        /// As much of an instrument as the counted hours are of its period.
        private BigDecimal ofSite(SiteInstrument one, Part part, long counted) {
            Instant from = one.start().atStartOfDay(supply.zone()).toInstant();
            Instant to = one.end().atStartOfDay(supply.zone()).toInstant();
            Instant first = from.isAfter(part.start()) ? from : part.start();
            Instant end = to.isBefore(part.end()) ? to : part.end();
            if (!first.isBefore(end)) {
                return BigDecimal.ZERO;
            }
            BigDecimal within =
                    BigDecimal.valueOf(counted)
                            .multiply(seconds(first, end))
                            .divide(
                                    seconds(part.start(), part.end()),
                                    DECIMALS,
                                    RoundingMode.HALF_EVEN);
            return one.energyKwh()
                    .multiply(within)
                    .divide(
                            seconds(from, to).divide(BigDecimal.valueOf(3_600)),
                            DECIMALS,
                            RoundingMode.HALF_EVEN);
        }

        private static BigDecimal seconds(Instant from, Instant to) {
            return BigDecimal.valueOf(Duration.between(from, to).toSeconds());
        }

        private Footprint footprint() {
            BigDecimal fuel = amount(Set.of(FUEL));
            Optional<BigDecimal> kgOfFuel = kgOfFuel(fuel);
            if (hours == 0) {
                missingCue.add(Missing.NO_WHOLE_HOUR);
                missingRef.add(Missing.NO_WHOLE_HOUR);
            }
            if (supply.otherCarriers()) {
                missingCue.add(Missing.OTHER_CARRIERS);
            }
            if (!somethingAllocated && !series.contains(ON_SITE_GENERATION)) {
                missingRef.add(Missing.NOTHING_ON_FILE);
            }
            boolean known = hours > 0 && !supply.otherCarriers();
            return new Footprint(
                    amount(boundary.facilityRoles()),
                    amount(Set.of(IT)),
                    hours,
                    grid,
                    fuel,
                    parts.stream().map(this::kept).reduce(BigDecimal.ZERO, BigDecimal::add),
                    covered.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                    renewable,
                    retired,
                    ownRenewable,
                    known && averageKnown ? kgOfFuel.map(kgByAverage::add) : Optional.empty(),
                    known && marketKnown ? kgOfFuel.map(kgByMarket::add) : Optional.empty(),
                    List.copyOf(factors),
                    covered.entrySet().stream()
                            .map(entry -> new Covering(entry.getKey(), entry.getValue()))
                            .toList(),
                    new HashSet<>(missingCue),
                    new HashSet<>(missingRef));
        }

        /// What of the facility input is own generation. The power of a plant inside of the
        /// boundary is made behind the meter of what enters and is none of it.
        private BigDecimal kept(Part part) {
            boolean behind =
                    boundary == Boundary.INSIDE && !supply.generationRenewable().orElse(false);
            return behind ? BigDecimal.ZERO : part.sums().kept(series);
        }

        private Optional<BigDecimal> kgOfFuel(BigDecimal fuel) {
            if (fuel.signum() == 0) {
                return Optional.of(BigDecimal.ZERO);
            }
            if (supply.fuel().isEmpty()) {
                missingCue.add(Missing.FUEL_FACTOR_UNKNOWN);
            }
            return supply.fuel().map(factor -> factor.kgCo2ePerKwh().multiply(fuel));
        }

        /// What covers consumption by the market-based method, together at most what was drawn.
        private List<Covering> covering(
                Map<SiteInstrument, BigDecimal> allocated, BigDecimal drawn) {
            var counting = new LinkedHashMap<SiteInstrument, BigDecimal>();
            allocated.forEach((one, kwh) -> {
                if (!one.sellsOwnGeneration() && one.meetsScope2()) {
                    counting.put(one, kwh);
                } else if (!one.sellsOwnGeneration()) {
                    missingCue.add(Missing.CRITERIA_NOT_MET);
                }
            });
            BigDecimal sum = counting.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            return counting.entrySet().stream()
                    .map(entry ->
                            new Covering(
                                    entry.getKey(),
                                    sum.compareTo(drawn) <= 0
                                            ? entry.getValue()
                                            : entry.getValue()
                                                    .multiply(drawn.max(BigDecimal.ZERO))
                                                    .divide(sum, DECIMALS, RoundingMode.HALF_EVEN)))
                    .toList();
        }

        private void addRenewable(Part part, Map<SiteInstrument, BigDecimal> allocated) {
            BigDecimal own = ownRenewable(part, allocated);
            ownRenewable = ownRenewable.add(own);
            BigDecimal counting = own;
            for (Map.Entry<SiteInstrument, BigDecimal> entry : allocated.entrySet()) {
                SiteInstrument one = entry.getKey();
                if (!one.renewable() || one.sellsOwnGeneration()) {
                    continue;
                }
                if (one.retired()) {
                    retired.merge(one.kind(), entry.getValue(), BigDecimal::add);
                    counting = counting.add(entry.getValue());
                } else {
                    missingRef.add(Missing.NOT_RETIRED);
                }
            }
            renewable =
                    renewable.add(
                            counting.min(part.sums().amount(boundary.facilityRoles(), series)));
        }

        /// Own generation that was kept, less what its attributes were sold of.
        private BigDecimal ownRenewable(Part part, Map<SiteInstrument, BigDecimal> allocated) {
            if (part.sums().kept(series).signum() != 0 && supply.generationRenewable().isEmpty()) {
                missingRef.add(Missing.GENERATION_UNKNOWN);
            }
            if (!supply.generationRenewable().orElse(false)) {
                return BigDecimal.ZERO;
            }
            BigDecimal sold =
                    allocated.entrySet().stream()
                            .filter(entry -> entry.getKey().sellsOwnGeneration())
                            .map(Map.Entry::getValue)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            return kept(part).subtract(sold).max(BigDecimal.ZERO);
        }
    }
}

package org.netzero.datacenter.indicator;

import static org.netzero.datacenter.metering.MeasuringRole.FACILITY_INPUT;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.netzero.datacenter.effectiveness.Boundary;
import org.netzero.datacenter.effectiveness.Effectiveness;
import org.netzero.datacenter.effectiveness.GridFactor;
import org.netzero.datacenter.effectiveness.HourSums;
import org.netzero.datacenter.effectiveness.SiteInstrument;
import org.netzero.datacenter.effectiveness.Supply;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.facility.Sites;
import org.netzero.datacenter.profile.ReportingProfile;
import org.netzero.datacenter.profile.ReportingProfiles;
import org.netzero.datacenter.supply.GridFactors;
import org.netzero.datacenter.supply.SiteInstruments;
import org.netzero.platform.database.Statements;

/// Where the energy of facilities comes from: what is told of their sites, and what is stated of
/// themselves.
@ApplicationScoped
class Supplies {

    private static final int DECIMALS = 12;

    private final GridFactors factors;
    private final SiteInstruments instruments;
    private final Sites sites;
    private final Facilities facilities;
    private final ReportingProfiles profiles;
    private final Statements statements;

    Supplies(
            GridFactors factors,
            SiteInstruments instruments,
            Sites sites,
            Facilities facilities,
            ReportingProfiles profiles,
            DataSource database) {
        this.factors = factors;
        this.instruments = instruments;
        this.sites = sites;
        this.facilities = facilities;
        this.profiles = profiles;
        this.statements = new Statements(database, "Points that measure heat");
    }

    /// Facilities of sites whose facilities have different boundaries: what one counts as fuel, the
    /// other may count as electricity.
    Set<String> conflicts() {
        Map<String, ReportingProfile> stated = profiles.all();
        if (stated.values().stream().noneMatch(one -> one.side() == Boundary.INSIDE)) {
            return Set.of();
        }
        Set<String> conflicts = new HashSet<>();
        facilities.all().stream()
                .collect(Collectors.groupingBy(Facility::siteId))
                .values()
                .forEach(onSite -> {
                    Set<Boundary> sides =
                            onSite.stream()
                                    .map(one ->
                                            stated.getOrDefault(
                                                            one.datacenterId(),
                                                            ReportingProfile.NOT_STATED)
                                                    .side())
                                    .collect(Collectors.toSet());
                    if (sides.size() > 1) {
                        onSite.forEach(one -> conflicts.add(one.datacenterId()));
                    }
                });
        return conflicts;
    }

    /// What is known for some facilities from one day to another.
    Known of(List<Facility> some, LocalDate start, LocalDate end) {
        Set<String> siteIds = some.stream().map(Facility::siteId).collect(Collectors.toSet());
        Map<String, List<Facility>> neighbours = new HashMap<>();
        if (some.size() == 1) {
            String siteId = some.getFirst().siteId();
            neighbours.put(siteId, facilities.onSite(siteId));
        } else {
            facilities.all().stream()
                    .filter(one -> siteIds.contains(one.siteId()))
                    .forEach(one ->
                            neighbours
                                    .computeIfAbsent(one.siteId(), site -> new ArrayList<>())
                                    .add(one));
        }
        Map<String, Sites.SitePlace> places = sites.all();
        return new Known(
                factors(some, places, start.minusDays(1).getYear(), end.plusDays(1).getYear()),
                instruments.between(siteIds, start, end),
                places,
                neighbours,
                withOtherCarriers(start));
    }

    private Map<GridFactors.Place, List<GridFactor>> factors(
            List<Facility> some, Map<String, Sites.SitePlace> places, int firstYear, int lastYear) {
        if (some.size() > 1) {
            return factors.between(firstYear, lastYear);
        }
        return some.stream()
                .flatMap(one -> Optional.ofNullable(places.get(one.siteId())).stream())
                .flatMap(place -> Known.placeOf(place).stream())
                .collect(
                        Collectors.toMap(
                                place -> place, place -> factors.of(place, firstYear, lastYear)));
    }

    /// Facilities that heat or cold enters by a meter that was in use since a day.
    private Set<String> withOtherCarriers(LocalDate start) {
        return Set.copyOf(
                statements.query(
                        """
                        select distinct datacenter_id from measuring_point
                        where role = 'FACILITY_INPUT' and quantity = 'HEAT_COUNTER'
                            and (revoked_at is null or revoked_at >= ?)
                        """,
                        select ->
                                select.setObject(
                                        1,
                                        start.minusDays(1).atTime(0, 0).atOffset(ZoneOffset.UTC)),
                        row -> row.getString(1)));
    }

    /// What is known of supplies; for one answer, by one thread.
    static final class Known {

        private final Map<GridFactors.Place, List<GridFactor>> factors;
        private final Map<String, List<SiteInstrument>> instruments;
        private final Map<String, Sites.SitePlace> places;
        private final Map<String, List<Facility>> neighbours;
        private final Set<String> otherCarriers;
        private final Map<SiteMonth, Map<String, BigDecimal>> entered = new HashMap<>();

        private Known(
                Map<GridFactors.Place, List<GridFactor>> factors,
                Map<String, List<SiteInstrument>> instruments,
                Map<String, Sites.SitePlace> places,
                Map<String, List<Facility>> neighbours,
                Set<String> otherCarriers) {
            this.factors = factors;
            this.instruments = instruments;
            this.places = places;
            this.neighbours = neighbours;
            this.otherCarriers = otherCarriers;
        }

        Supply of(Facility facility, ReportingProfile profile) {
            Optional<Sites.SitePlace> place = Optional.ofNullable(places.get(facility.siteId()));
            ZoneId zone = place.map(Sites.SitePlace::zone).orElse(ZoneOffset.UTC);
            return new Supply(
                    zone,
                    place.flatMap(Known::placeOf)
                            .map(known -> factors.getOrDefault(known, List.of()))
                            .orElse(List.of()),
                    instruments.getOrDefault(facility.siteId(), List.of()),
                    profile.generationRenewable(),
                    fuelFactor(profile),
                    otherCarriers.contains(facility.datacenterId()));
        }

        private static Optional<GridFactors.Place> placeOf(Sites.SitePlace site) {
            return site.country()
                    .map(country ->
                            new GridFactors.Place(country, site.province(), site.gridZone()));
        }

        private static Optional<Supply.FuelFactor> fuelFactor(ReportingProfile profile) {
            BigDecimal kg = profile.fuelKgCo2ePerKwh();
            String source = profile.fuelFactorSource();
            return kg == null || source == null
                    ? Optional.empty()
                    : Optional.of(new Supply.FuelFactor(kg, source));
        }

        /// The months of the others of its site that [#shareOf] needs beside those of a facility.
        List<MonthSums.Key> ofNeighbours(Facility facility, List<MonthSums.Key> own) {
            return isShared(facility)
                    ? neighbours(facility).stream()
                            .filter(one -> !one.datacenterId().equals(facility.datacenterId()))
                            .flatMap(one -> own.stream().map(key -> key.of(one.datacenterId())))
                            .toList()
                    : List.of();
        }

        private List<Facility> neighbours(Facility facility) {
            return neighbours.getOrDefault(facility.siteId(), List.of());
        }

        private boolean isShared(Facility facility) {
            return neighbours(facility).size() > 1 && instruments.containsKey(facility.siteId());
        }

        /// How much of what enters the data centres of its site in a month enters a facility: to
        /// that part, what is allocated to the site is its own. Each counts with its mean power of
        /// the hours that are known, over the hours in which it was in operation. Empty where
        /// nothing is known of one that was.
        ///
        /// @param sums of the facility and of [#ofNeighbours]
        Optional<BigDecimal> shareOf(
                Facility facility, MonthSums.Key month, Map<MonthSums.Key, HourSums> sums) {
            if (!isShared(facility)) {
                return Optional.of(BigDecimal.ONE);
            }
            Map<String, BigDecimal> kwh =
                    entered.computeIfAbsent(
                            new SiteMonth(facility.siteId(), month.month()),
                            one -> entered(facility, month, sums));
            BigDecimal all = kwh.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal own = kwh.get(facility.datacenterId());
            return own == null || all.signum() <= 0
                    ? Optional.empty()
                    : Optional.of(own.divide(all, DECIMALS, RoundingMode.HALF_EVEN));
        }

        private record SiteMonth(String siteId, YearMonth month) {}

        /// By the data centres of a site; nothing where it is not known of all of them.
        private Map<String, BigDecimal> entered(
                Facility facility, MonthSums.Key month, Map<MonthSums.Key, HourSums> sums) {
            var kwh = new HashMap<String, BigDecimal>();
            for (Facility one : neighbours(facility)) {
                MonthSums.Key key = month.of(one.datacenterId());
                Instant opened = one.inOperationSince().atStartOfDay(month.zone()).toInstant();
                if (!opened.isBefore(month.end())) {
                    continue;
                }
                Optional<BigDecimal> own =
                        entered(
                                sums.getOrDefault(key, HourSums.NOTHING),
                                opened.isAfter(month.start()) ? opened : month.start(),
                                month.end());
                if (own.isEmpty()) {
                    return Map.of();
                }
                kwh.put(one.datacenterId(), own.get());
            }
            return kwh;
        }

        private static Optional<BigDecimal> entered(HourSums sums, Instant from, Instant to) {
            var known = new Effectiveness(sums, 0, Boundary.OUTSIDE);
            return known.amount(FACILITY_INPUT, Set.of())
                    .map(kwh ->
                            kwh.multiply(BigDecimal.valueOf(ChronoUnit.HOURS.between(from, to)))
                                    .divide(
                                            BigDecimal.valueOf(known.hours(Set.of(FACILITY_INPUT))),
                                            DECIMALS,
                                            RoundingMode.HALF_EVEN));
        }
    }
}

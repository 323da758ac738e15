package org.netzero.energy.performance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.netzero.energy.balance.EnergyItem;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.balance.FindingCode;
import org.netzero.energy.balance.Ranking;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.SourceRankings;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.EnergyContent;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.HeatingValueSet;
import org.netzero.energy.meter.Meter;
import org.netzero.energy.meter.MeteredEnergy;
import org.netzero.energy.plant.Plant;
import org.netzero.energy.plant.PlantFuel;

/// Everything on file of one plant in a period. What its own meters tell is its; where none of them
/// tells of something, the figures of the site are, unless another plant of the site shares them.
final class PlantBook {

    private static final int SECONDS_PER_MINUTE = 60;

    private final Plant plant;
    private final List<Plant> neighbours;
    private final ZoneId zone;
    private final List<MeteredEnergy.Measured> meters;
    private final Map<PlantFlow, NavigableMap<LocalDate, MeteredEnergy.Day>> days =
            new EnumMap<>(PlantFlow.class);
    private final Map<Series, List<EnergyItem>> items;
    private final HeatingValueSet heatingValues;
    private final SourceRankings rankings;

    /// @param neighbours the other plants of its site
    /// @param zone that of its site
    /// @param meters those that name the plant
    /// @param items everything on file of its site
    /// @param rankings which sources count there
    PlantBook(
            Plant plant,
            List<Plant> neighbours,
            ZoneId zone,
            List<MeteredEnergy.Measured> meters,
            List<EnergyItem> items,
            HeatingValueSet heatingValues,
            SourceRankings rankings) {
        this.plant = plant;
        this.neighbours = neighbours;
        this.zone = zone;
        this.meters = meters;
        this.items =
                items.stream()
                        .collect(
                                Collectors.groupingBy(
                                        EnergyItem::series, TreeMap::new, Collectors.toList()));
        this.heatingValues = heatingValues;
        this.rankings = rankings;
        for (PlantFlow flow : PlantFlow.values()) {
            days.put(flow, daysOf(metersOf(flow)));
        }
    }

    /// What meters measured together, day by day.
    private static NavigableMap<LocalDate, MeteredEnergy.Day> daysOf(
            List<MeteredEnergy.Measured> meters) {
        var days = new TreeMap<LocalDate, MeteredEnergy.Day>();
        meters.stream()
                .flatMap(measured -> measured.days().stream())
                .forEach(day -> days.merge(day.day(), day, MeteredEnergy.Day::plus));
        return days;
    }

    private NavigableMap<LocalDate, MeteredEnergy.Day> daysOf(PlantFlow flow) {
        return Objects.requireNonNull(days.get(flow));
    }

    Plant plant() {
        return plant;
    }

    ZoneId zone() {
        return zone;
    }

    /// The meters that tell of one thing.
    List<MeteredEnergy.Measured> metersOf(PlantFlow flow) {
        return meters.stream().filter(measured -> isOf(flow, measured.meter().series())).toList();
    }

    List<Meter> generationMeters() {
        return metersOf(PlantFlow.GENERATION).stream().map(MeteredEnergy.Measured::meter).toList();
    }

    private boolean isOf(PlantFlow flow, Series series) {
        return flow.isOf(series, plant.technology().source());
    }

    /// Whether the site's figures may be another plant's as well.
    private boolean isShared(PlantFlow flow) {
        return neighbours.stream()
                .anyMatch(other ->
                        flow.isOfAnyPlant()
                                || other.technology().source() == plant.technology().source());
    }

    /// The energy of one thing on some days. Empty when it is not known.
    Optional<BigDecimal> kwh(PlantFlow flow, Span days) {
        if (!metersOf(flow).isEmpty()) {
            Collection<MeteredEnergy.Day> measured =
                    daysOf(flow).subMap(days.start(), days.end()).values();
            return measured.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            MeteredEnergy.kwh(
                                    measured.stream().mapToLong(MeteredEnergy.Day::joules).sum()));
        }
        return isShared(flow) ? Optional.empty() : sum(counted(of -> isOf(flow, of), days));
    }

    /// What was generated in operation. A record that reaches over the day of commissioning or of
    /// decommissioning is of this time, when there was something to record; one that reaches beyond
    /// today is not yet.
    ///
    /// @param period the days that the time in operation is a part of
    Optional<BigDecimal> generatedKwh(InOperation operation, Span period) {
        if (!metersOf(PlantFlow.GENERATION).isEmpty()) {
            return kwh(PlantFlow.GENERATION, operation.days());
        }
        if (isShared(PlantFlow.GENERATION)) {
            return Optional.empty();
        }
        LocalDate end = operation.days().end();
        boolean decommissioned = plant.decommissioned().filter(end::equals).isPresent();
        var reach = new Span(period.start(), decommissioned ? period.end() : end);
        return sum(
                counted(series -> isOf(PlantFlow.GENERATION, series), reach).stream()
                        .filter(item -> item.period().overlaps(operation.days()))
                        .toList());
    }

    /// What was generated before the plant was commissioned. Empty when nothing was.
    Optional<BigDecimal> generatedBeforeKwh(Span days) {
        if (!days.start().isBefore(plant.commissioned())) {
            return Optional.empty();
        }
        LocalDate to =
                days.end().isBefore(plant.commissioned()) ? days.end() : plant.commissioned();
        return kwh(PlantFlow.GENERATION, new Span(days.start(), to))
                .filter(kwh -> kwh.signum() > 0);
    }

    /// The fuel it took, on net calorific value.
    Optional<BigDecimal> fuelKwh(Span days) {
        if (plant.fuel().isEmpty()) {
            return Optional.empty();
        }
        PlantFuel fuel = plant.fuel().get();
        if (fuel.share().isEmpty() && isFuelShared(fuel)) {
            return Optional.empty();
        }
        Optional<BigDecimal> ofSite =
                sum(
                        counted(
                                series ->
                                        series.carrier() == fuel.carrier()
                                                && series.source()
                                                        == EnergySource.COMBUSTION_STATIONARY,
                                days));
        return ofSite.map(kwh -> kwh.multiply(fuel.share().orElse(BigDecimal.ONE)));
    }

    private boolean isFuelShared(PlantFuel fuel) {
        return neighbours.stream()
                .flatMap(other -> other.fuel().stream())
                .anyMatch(other -> other.carrier() == fuel.carrier());
    }

    private List<EnergyItem> counted(Predicate<Series> which, Span days) {
        return items.entrySet().stream()
                .filter(series -> which.test(series.getKey()))
                .flatMap(series ->
                        Ranking.of(
                                series.getValue().stream()
                                        .filter(item -> days.contains(item.period()))
                                        .toList(),
                                rankings.of(series.getKey()))
                                .counted()
                                .stream())
                .toList();
    }

    /// Empty when nothing is on file, or the energy of a part is not known.
    private Optional<BigDecimal> sum(List<EnergyItem> counted) {
        List<BigDecimal> known =
                counted.stream()
                        .map(item ->
                                heatingValues.contentOf(item.series().carrier(), item.quantity()))
                        .flatMap(Optional::stream)
                        .map(EnergyContent::energyKwh)
                        .toList();
        return known.size() < counted.size()
                ? Optional.empty()
                : known.stream().reduce(BigDecimal::add);
    }

    /// How much of its time in operation its generation is on file for: minutes of its meters, or
    /// days of records.
    Ratio availability(InOperation operation) {
        List<MeteredEnergy.Measured> own = metersOf(PlantFlow.GENERATION);
        return own.isEmpty() ? recordedDays(operation) : measuredMinutes(own, operation);
    }

    private Ratio recordedDays(InOperation operation) {
        var covered = new HashSet<LocalDate>();
        if (!isShared(PlantFlow.GENERATION)) {
            counted(series -> isOf(PlantFlow.GENERATION, series), around(operation.days())).stream()
                    .flatMap(item -> item.covered().stream())
                    .flatMap(span -> span.start().datesUntil(span.end()))
                    .filter(operation::contains)
                    .forEach(covered::add);
        }
        return new Ratio(BigDecimal.valueOf(covered.size()), BigDecimal.valueOf(operation.count()));
    }

    /// Whole months, so that what is on file of the month of commissioning is seen.
    private static Span around(Span days) {
        LocalDate end = days.end().minusDays(1).withDayOfMonth(1).plusMonths(1);
        return new Span(days.start().withDayOfMonth(1), end);
    }

    private Ratio measuredMinutes(List<MeteredEnergy.Measured> own, InOperation operation) {
        long wanted = 0;
        long there = 0;
        for (LocalDate day : operation.days().start().datesUntil(operation.days().end()).toList()) {
            long due =
                    minutesOf(day)
                            * Math.max(1, own.stream().filter(m -> m.isExpectedOn(day)).count());
            wanted += due;
            MeteredEnergy.Day measured = daysOf(PlantFlow.GENERATION).get(day);
            there += measured == null ? 0 : Math.min(due, measured.minutes());
        }
        return new Ratio(BigDecimal.valueOf(there), BigDecimal.valueOf(wanted));
    }

    private long minutesOf(LocalDate day) {
        return (day.plusDays(1).atStartOfDay(zone).toEpochSecond()
                        - day.atStartOfDay(zone).toEpochSecond())
                / SECONDS_PER_MINUTE;
    }

    /// What a reader of a period should know of where the figures come from.
    List<Finding> findings(Span days) {
        var findings = new ArrayList<Finding>();
        if (metersOf(PlantFlow.GENERATION).isEmpty() && isShared(PlantFlow.GENERATION)) {
            findings.add(
                    new Finding(
                            FindingCode.NOT_TOLD_APART,
                            plant.plantId(),
                            "no meter of %s names the plant, and '%s' has others that generate as %s; let its meters name it"
                                    .formatted(
                                            plant.technology().source(),
                                            plant.siteId(),
                                            plant.technology().source())));
        }
        items.values().stream()
                .flatMap(List::stream)
                .filter(item -> tells(item.series()))
                .filter(item -> item.period().overlaps(days) && !days.contains(item.period()))
                .map(item ->
                        new Finding(
                                FindingCode.RECORD_NOT_SPLIT,
                                item.series() + "/" + item.period(),
                                "%s for %s is not split, so %s does not contain it"
                                        .formatted(item.quantity(), item.period(), days)))
                .forEach(findings::add);
        plant.fuel().ifPresent(fuel -> findings.addAll(ofFuel(fuel)));
        return findings;
    }

    private List<Finding> ofFuel(PlantFuel fuel) {
        if (fuel.share().isPresent()) {
            return List.of();
        }
        return List.of(
                isFuelShared(fuel)
                        ? new Finding(
                                FindingCode.NOT_TOLD_APART,
                                plant.plantId(),
                                "other plants of '%s' take %s too; state the fuelShare of each"
                                        .formatted(plant.siteId(), fuel.carrier()))
                        : new Finding(
                                FindingCode.FUEL_OF_WHOLE_SITE,
                                plant.plantId(),
                                "all %s that '%s' burns in place is taken for the plant's; state its fuelShare where boilers or other engines burn it too"
                                        .formatted(fuel.carrier(), plant.siteId())));
    }

    /// Whether the site's figures of a series are looked at for this plant.
    private boolean tells(Series series) {
        for (PlantFlow flow : PlantFlow.values()) {
            if (isOf(flow, series) && metersOf(flow).isEmpty() && !isShared(flow)) {
                return true;
            }
        }
        return plant.fuel()
                .filter(fuel ->
                        fuel.carrier() == series.carrier()
                                && series.source() == EnergySource.COMBUSTION_STATIONARY)
                .isPresent();
    }
}

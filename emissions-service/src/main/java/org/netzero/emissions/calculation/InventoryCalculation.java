package org.netzero.emissions.calculation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netzero.emissions.calculation.ContractualInstrument.Effect;

/// Makes the inventory of a year from its records. The order of the records does not matter.
public final class InventoryCalculation {

    /// What a year's inventory is made from.
    ///
    /// @param totals energy totals that start in the year
    /// @param activities activity records that start in the year
    /// @param calculated what further activity records of the year come to
    /// @param prior what the year is compared with
    /// @param instruments allocated to consumption, or own generation sold, from a day of the year
    ///   on
    public record Records(
            int year,
            List<EnergyTotal> totals,
            List<ActivityRecord> activities,
            ActivityResults calculated,
            PriorYear prior,
            List<ContractualInstrument> instruments) {

        public Records(int year, List<EnergyTotal> totals, List<ActivityRecord> activities) {
            this(year, totals, activities, ActivityResults.NONE, PriorYear.UNKNOWN);
        }

        /// Without instruments.
        public Records(
                int year,
                List<EnergyTotal> totals,
                List<ActivityRecord> activities,
                ActivityResults calculated,
                PriorYear prior) {
            this(year, totals, activities, calculated, prior, List.of());
        }

        public Records {
            totals = totals.stream().sorted(Comparator.comparing(EnergyTotal::ref)).toList();
            activities =
                    activities.stream()
                            .sorted(Comparator.comparing(ActivityRecord::activityId))
                            .toList();
            instruments =
                    instruments.stream()
                            .sorted(Comparator.comparing(ContractualInstrument::allocationId))
                            .toList();
        }

        private List<ContractualInstrument> instruments(ContractualInstrument.Effect effect) {
            return instruments.stream().filter(its -> its.effect() == effect).toList();
        }
    }

    private final Calculator calculator;
    private final LocalDate asAt;

    /// @param asAt only factors published by this day count
    public InventoryCalculation(Calculator calculator, LocalDate asAt) {
        this.calculator = calculator;
        this.asAt = asAt;
    }

    public Inventory of(Records records) {
        var entries = new Entries(records.year(), asAt, calculator);
        records.totals().forEach(total -> entries.checkPeriod(total.ref(), total.end()));
        records.activities()
                .forEach(record -> entries.checkPeriod(record.activityId(), record.end()));
        records.instruments().forEach(its -> entries.checkPeriod(its.ref(), its.end()));
        boolean upstream = !isCategory3Recorded(records);
        if (!upstream && !records.totals().isEmpty()) {
            entries.add(
                    Finding.note(
                            "CATEGORY_3_RECORDED",
                            Scope3Category.C3_FUEL_AND_ENERGY_RELATED_ACTIVITIES.name(),
                            "Category 3, or a total of scope 3 without categories, is on record, so nothing of it is derived from the energy of %d"
                                    .formatted(records.year())));
        }
        byCarrier(records.totals())
                .forEach((carrier, totals) -> add(carrier, totals, upstream, entries));
        electricity(records, upstream, entries);
        var activities = new ActivityEmissions(entries);
        records.activities().forEach(activities::add);
        new Variance(records.year(), entries, records.prior()).check(now(records));
        return entries.inventory(records.calculated());
    }

    /// Category 3 stands in records, or in results of records that are calculated already, alone or
    /// within a total, so it is not derived besides.
    private static boolean isCategory3Recorded(Records records) {
        return Stream.concat(
                        records.activities().stream()
                                .flatMap(activity -> activity.category().stream()),
                        records.calculated().totals().stream()
                                .flatMap(total -> total.category().stream()))
                .anyMatch(category ->
                        category == Scope3Category.UNSPECIFIED
                                || category
                                        == Scope3Category.C3_FUEL_AND_ENERGY_RELATED_ACTIVITIES);
    }

    private static YearAmounts now(Records records) {
        return YearAmounts.of(
                records.totals(),
                Stream.concat(
                                records.activities().stream().map(ActivityTotal::of),
                                records.calculated().amounts().stream())
                        .toList());
    }

    private static Map<EnergyCarrier, List<EnergyTotal>> byCarrier(List<EnergyTotal> totals) {
        var byCarrier = new EnumMap<EnergyCarrier, List<EnergyTotal>>(EnergyCarrier.class);
        totals.forEach(total ->
                byCarrier
                        .computeIfAbsent(total.carrier(), carrier -> new ArrayList<>())
                        .add(total));
        return byCarrier;
    }

    private void add(
            EnergyCarrier carrier, List<EnergyTotal> totals, boolean upstream, Entries entries) {
        if (carrier.isFuel()) {
            burn(carrier, totals, upstream, entries);
        } else if (carrier != EnergyCarrier.ELECTRICITY) {
            purchase(carrier, withEnergy(totals, entries), List.of(), upstream, entries);
        }
    }

    private static void electricity(Records records, boolean upstream, Entries entries) {
        List<EnergyTotal> totals =
                withEnergy(
                        records.totals().stream()
                                .filter(total -> total.carrier() == EnergyCarrier.ELECTRICITY)
                                .toList(),
                        entries);
        purchase(
                EnergyCarrier.ELECTRICITY,
                totals,
                records.instruments(Effect.COVERS_CONSUMPTION),
                upstream,
                entries);
        List<ContractualInstrument> sales = records.instruments(Effect.SELLS_OWN_GENERATION);
        if (!sales.isEmpty()) {
            new InstrumentFindings(entries).ofSales(sales);
            new SoldGeneration(entries)
                    .add(
                            sales,
                            ownRenewables(totals, entries),
                            ofSource(totals, EnergySource.EXPORTED, entries),
                            groupSites(totals));
        }
    }

    /// What attributes can be sold of. Cogeneration has none: its fuel is accounted as fuel.
    private static List<Slice> ownRenewables(List<EnergyTotal> totals, Entries entries) {
        return Stream.of(EnergySource.ON_SITE_PV, EnergySource.ON_SITE_WIND)
                .flatMap(source -> ofSource(totals, source, entries).stream())
                .toList();
    }

    private static List<Slice> ofSource(
            List<EnergyTotal> totals, EnergySource source, Entries entries) {
        return split(totals.stream().filter(total -> total.source() == source).toList(), entries);
    }

    private void burn(
            EnergyCarrier fuel, List<EnergyTotal> totals, boolean upstream, Entries entries) {
        totals.stream()
                .filter(total -> total.source().role() != EnergySource.Role.BURNT)
                .forEach(total ->
                        entries.add(
                                Finding.open(
                                        "NOT_BURNT",
                                        total.ref(),
                                        "%s is a fuel; only COMBUSTION_STATIONARY and COMBUSTION_MOBILE are accounted, this is %s"
                                                .formatted(fuel, total.source()))));
        List<Slice> burnt = slices(totals, EnergySource.Role.BURNT, entries);
        new FuelEmissions(entries).add(fuel, burnt);
        if (upstream) {
            new UpstreamEmissions(entries).ofFuel(fuel, burnt);
        }
    }

    private static void purchase(
            EnergyCarrier carrier,
            List<EnergyTotal> totals,
            List<ContractualInstrument> instruments,
            boolean upstream,
            Entries entries) {
        List<Slice> purchases = slices(totals, EnergySource.Role.PURCHASED, entries);
        List<Slice> renewables = slices(totals, EnergySource.Role.PURCHASED_RENEWABLE, entries);
        var coverage = new MarketCoverage(instruments, renewables, purchases, groupSites(totals));
        new PurchasedEnergyEmissions(entries).add(carrier, purchases, coverage);
        new InstrumentFindings(entries).ofCoverage(instruments, coverage);
        if (upstream) {
            new UpstreamEmissions(entries).ofPurchase(carrier, purchases);
        }
    }

    private static Set<String> groupSites(List<EnergyTotal> totals) {
        return totals.stream()
                .filter(total -> total.siteKind() == SiteKind.GROUP)
                .map(EnergyTotal::siteId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<EnergyTotal> withEnergy(List<EnergyTotal> totals, Entries entries) {
        totals.stream()
                .filter(total -> total.energyKwh().isEmpty())
                .forEach(total ->
                        entries.add(
                                Finding.open(
                                        "ENERGY_UNKNOWN",
                                        total.ref(),
                                        "The energy of %s is not known in kWh; state it in a unit of energy"
                                                .formatted(total.quantities()))));
        return totals.stream().filter(total -> total.energyKwh().isPresent()).toList();
    }

    private static List<Slice> slices(
            List<EnergyTotal> totals, EnergySource.Role role, Entries entries) {
        return split(
                totals.stream().filter(total -> total.source().role() == role).toList(), entries);
    }

    private static List<Slice> split(List<EnergyTotal> totals, Entries entries) {
        return new GroupSplit(entries.year(), entries.findings()).split(totals);
    }
}

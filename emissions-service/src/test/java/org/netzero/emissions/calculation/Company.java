package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.library.TestLibrary;
import org.netzero.emissions.quality.RecordQuality;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// States a company for tests: its sites, what they use in a year, and what its inventory is.
final class Company {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    final List<EnergyTotal> totals = new ArrayList<>();
    final List<ActivityRecord> activities = new ArrayList<>();
    final List<ContractualInstrument> instruments = new ArrayList<>();
    private final int year;

    Company(int year) {
        this.year = year;
    }

    /// The company of the published data set, as far as its report states consumption.
    static Company published() {
        return new Company(2021)
                .group(EnergyCarrier.DIESEL, EnergySource.COMBUSTION_STATIONARY, "3261448", Unit.L)
                .group(
                        EnergyCarrier.NATURAL_GAS,
                        EnergySource.COMBUSTION_STATIONARY,
                        "3111654",
                        Unit.M3)
                .group(EnergyCarrier.GASOLINE, EnergySource.COMBUSTION_MOBILE, "34160", Unit.L)
                .group(EnergyCarrier.ELECTRICITY, EnergySource.PURCHASED, "4308960", Unit.MWH)
                .group(EnergyCarrier.ELECTRICITY, EnergySource.ON_SITE_PV, "2334", Unit.MWH)
                .group(
                        EnergyCarrier.ELECTRICITY,
                        EnergySource.PURCHASED_RENEWABLE,
                        "63000",
                        Unit.MWH)
                .stated("2021-scope-3", Scope3Category.UNSPECIFIED, "2743000");
    }

    Company group(EnergyCarrier carrier, EnergySource source, String value, Unit unit) {
        return add("group", SiteKind.GROUP, null, carrier, source, value, unit);
    }

    Company site(
            String province, EnergyCarrier carrier, EnergySource source, String value, Unit unit) {
        return add(
                "site-" + province, SiteKind.DATA_CENTER, province, carrier, source, value, unit);
    }

    private Company add(
            String siteId,
            SiteKind kind,
            @Nullable String province,
            EnergyCarrier carrier,
            EnergySource source,
            String value,
            Unit unit) {
        Quantity quantity = Quantity.of(value, unit);
        BigDecimal kwh =
                unit.compatibleWith(Unit.KWH)
                        ? quantity.to(Unit.KWH).value()
                        : quantity.value().multiply(BigDecimal.TEN);
        totals.add(
                new EnergyTotal(
                        siteId,
                        kind,
                        new Place("CN", Optional.ofNullable(province), Optional.empty()),
                        carrier,
                        source,
                        String.valueOf(year),
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year + 1, 1, 1),
                        Optional.of(kwh),
                        List.of(quantity),
                        new TreeSet<>(List.of(Provenance.STATED))));
        return this;
    }

    Company stated(String id, Scope3Category category, String tonnes) {
        activities.add(
                new ActivityRecord(
                        id,
                        Optional.of(Scope.SCOPE_3),
                        Optional.of(category),
                        ActivityRecord.STATED_EMISSIONS,
                        Quantity.of(tonnes, Unit.T_CO2E),
                        Optional.of("group"),
                        List.of("CN", "WORLD"),
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year + 1, 1, 1),
                        Optional.empty(),
                        MethodInputs.NONE,
                        Optional.empty(),
                        Provenance.STATED,
                        RecordQuality.UNKNOWN));
        return this;
    }

    /// Moves all that it uses to another country.
    Company in(String country) {
        totals.replaceAll(total ->
                new EnergyTotal(
                        total.siteId(),
                        total.siteKind(),
                        new Place(country, Optional.empty(), Optional.empty()),
                        total.carrier(),
                        total.source(),
                        total.period(),
                        total.start(),
                        total.end(),
                        total.energyKwh(),
                        total.quantities(),
                        total.provenance()));
        return this;
    }

    /// The same total, its heating value not known.
    static EnergyTotal withoutEnergy(EnergyTotal total) {
        return new EnergyTotal(
                total.siteId(),
                total.siteKind(),
                total.place(),
                total.carrier(),
                total.source(),
                total.period(),
                total.start(),
                total.end(),
                Optional.empty(),
                total.quantities(),
                total.provenance());
    }

    Inventory inventory() {
        return inventory(GwpSet.AR5_100, TODAY);
    }

    Inventory inventory(GwpSet gwpSet, LocalDate asAt) {
        return new InventoryCalculation(new Calculator(TestLibrary.SHIPPED, gwpSet), asAt)
                .of(
                        new InventoryCalculation.Records(
                                year,
                                totals,
                                activities,
                                ActivityResults.NONE,
                                PriorYear.UNKNOWN,
                                instruments));
    }
}

package org.netzero.emissions.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.netzero.emissions.quality.DataQuality;
import org.netzero.emissions.quality.HalfWidth;
import org.netzero.emissions.quality.RecordQuality;
import org.netzero.emissions.quality.Term;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

class ResultQualityTest {

    private static final RecordQuality KNOWN =
            new RecordQuality(
                    Optional.of(HalfWidth.parse("5 %")),
                    Optional.of(DataQuality.parse("2;1;3;2;1")));

    private static EmissionResult result(
            Optional<Scope3Category> category, Scope scope, String activity, Quantity quantity) {
        var company = new Company(2021);
        company.activities.add(
                new ActivityRecord(
                        "one",
                        Optional.of(scope),
                        category,
                        activity,
                        quantity,
                        Optional.empty(),
                        List.of("CN", "WORLD"),
                        LocalDate.of(2021, 1, 1),
                        LocalDate.of(2022, 1, 1),
                        Optional.empty(),
                        MethodInputs.NONE,
                        Optional.empty(),
                        Provenance.INVOICED,
                        KNOWN));
        return company.inventory().results().getFirst();
    }

    @Test
    void aComputedResultCarriesWhatItsRecordSaysAndItsFactor() {
        EmissionResult result =
                result(Optional.empty(), Scope.SCOPE_1, "coke", Quantity.of("1000", Unit.KG));

        assertThat(result.quality()).isEqualTo(KNOWN);
        assertThat(result.provenance()).contains(Provenance.INVOICED);
        assertThat(result.uncertaintyTerm())
                .isEqualTo(
                        Term.of(
                                new BigDecimal("2860.4"),
                                KNOWN,
                                Optional.of(
                                        new Term.Factor(
                                                "cn.fuel.coke.co2@core-2026.1",
                                                Optional.empty()))));
    }

    @Test
    void theRangeOfTheSourceIsTheWidthOfItsFactor() {
        EmissionResult result =
                result(
                        Optional.empty(),
                        Scope.SCOPE_1,
                        "peat",
                        new Quantity(BigDecimal.ONE, Unit.GJ_NET_CV));

        assertThat(result.uncertaintyTerm().factor().flatMap(Term.Factor::halfWidth)).isPresent();
    }

    @Test
    void aStatedResultHasNoFactorToErr() {
        EmissionResult result =
                result(
                        Optional.of(Scope3Category.C6_BUSINESS_TRAVEL),
                        Scope.SCOPE_3,
                        ActivityRecord.STATED_EMISSIONS,
                        Quantity.of("2", Unit.T_CO2E));

        assertThat(result.uncertaintyTerm().factor()).isEmpty();
        assertThat(result.uncertaintyTerm().squares()).isEqualByComparingTo("10000");
    }

    @Test
    void aResultIsAsUncertainAsItsActivityDataAndItsFactorTogether() {
        EmissionResult stated =
                result(
                        Optional.of(Scope3Category.C6_BUSINESS_TRAVEL),
                        Scope.SCOPE_3,
                        ActivityRecord.STATED_EMISSIONS,
                        Quantity.of("2", Unit.T_CO2E));
        EmissionResult ofFactorWithoutRange =
                result(Optional.empty(), Scope.SCOPE_1, "coke", Quantity.of("1000", Unit.KG));

        assertThat(stated.halfWidth().orElseThrow()).isEqualByComparingTo("0.05");
        assertThat(ofFactorWithoutRange.halfWidth()).isEmpty();
    }

    @Test
    void onlyScope3HasCategories() {
        var travel = Optional.of(Scope3Category.C6_BUSINESS_TRAVEL);

        assertThatThrownBy(() ->
                        new InventoryPart(
                                Optional.of(Scope.SCOPE_1), Scope2Method.MARKET_BASED, travel))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "C6_BUSINESS_TRAVEL is a category of scope 3, not of SCOPE_1");
        assertThatThrownBy(() ->
                        new InventoryPart(Optional.empty(), Scope2Method.MARKET_BASED, travel))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void scope2IsInATotalByOneMethodOnly() {
        // Given
        Inventory inventory =
                new Company(2021)
                        .site(
                                "CN-BJ",
                                EnergyCarrier.ELECTRICITY,
                                EnergySource.PURCHASED,
                                "1000",
                                Unit.KWH)
                        .inventory();

        // Then
        for (Scope2Method method : Scope2Method.values()) {
            assertThat(inventory.uncertainty(InventoryPart.total(method)).kilograms())
                    .isEqualByComparingTo(inventory.total(method))
                    .isNotZero();
        }
    }

    @Test
    void anEnergyTotalIsKnownNoBetterThanTheWorstOfItsRecords() {
        // Given
        var company = burning(Provenance.MEASURED, Provenance.ESTIMATED);

        // When
        EmissionResult result = company.inventory().results().getFirst();

        // Then
        assertThat(result.provenance()).contains(Provenance.ESTIMATED);
        assertThat(result.quality()).isEqualTo(RecordQuality.UNKNOWN);
    }

    @Test
    void theRestOfAGroupIsKnownNoBetterThanTotalAndParts() {
        // Given
        var company =
                burning(Provenance.INVOICED)
                        .site(
                                "CN-BJ",
                                EnergyCarrier.DIESEL,
                                EnergySource.COMBUSTION_MOBILE,
                                "4",
                                Unit.L);
        EnergyTotal part = company.totals.removeLast();
        company.totals.add(known(part, Provenance.DEFAULTED));

        // Then
        assertThat(company.inventory().results())
                .filteredOn(result -> result.siteId().equals(Optional.of("group")))
                .isNotEmpty()
                .allMatch(result -> result.provenance().equals(Optional.of(Provenance.DEFAULTED)));
    }

    private static Company burning(Provenance... ways) {
        var company =
                new Company(2021)
                        .group(EnergyCarrier.DIESEL, EnergySource.COMBUSTION_MOBILE, "10", Unit.L);
        EnergyTotal total = company.totals.removeFirst();
        company.totals.add(known(total, ways));
        return company;
    }

    private static EnergyTotal known(EnergyTotal total, Provenance... ways) {
        return new EnergyTotal(
                total.siteId(),
                total.siteKind(),
                total.place(),
                total.carrier(),
                total.source(),
                total.period(),
                total.start(),
                total.end(),
                total.energyKwh(),
                total.quantities(),
                new TreeSet<>(List.of(ways)));
    }
}

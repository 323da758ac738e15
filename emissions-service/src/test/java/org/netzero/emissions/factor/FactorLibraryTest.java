package org.netzero.emissions.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.emissions.library.TestLibrary;
import org.netzero.quantities.Intensity;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

class FactorLibraryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private final FactorLibrary library = TestLibrary.SHIPPED;

    private FactorChoice choose(String region, Purpose purpose, String on) {
        return choose(region, purpose, on, TODAY, Optional.empty());
    }

    private FactorChoice choose(
            String region, Purpose purpose, String on, LocalDate asAt, Optional<String> pinned) {
        return library.choose(
                new FactorQuery(
                        "electricity",
                        purpose,
                        library.regions().path(region),
                        LocalDate.parse(on),
                        asAt,
                        pinned));
    }

    @Test
    void theProvinceComesBeforeTheGridRegionAndTheCountry() {
        assertThat(choose("CN-GD", Purpose.LOCATION_BASED, "2021-06-30").factor().id())
                .isEqualTo("cn.grid.2021.prov.gd");
        assertThat(choose("CN-GRID-SOUTH", Purpose.LOCATION_BASED, "2021-06-30").factor().id())
                .isEqualTo("cn.grid.2021.region.south");
        assertThat(choose("CHN", Purpose.LOCATION_BASED, "2021-06-30").factor().id())
                .isEqualTo("cn.grid.2021.national");
    }

    @Test
    void theResidualMixOfAProvinceFallsBackToTheCountryAndSaysSo() {
        FactorChoice choice = choose("CN-GD", Purpose.MARKET_RESIDUAL, "2021-06-30");

        assertThat(choice.factor().id()).isEqualTo("cn.grid.2021.national.excl-market-nonfossil");
        assertThat(choice.reasons())
                .containsExactly("CN-GD: none", "CN-GRID-SOUTH: none", "CN: valid on 2021-06-30");
    }

    @Test
    void factorsForCorporateReportingNeverServeScope2() {
        assertThat(choose("CN", Purpose.CORPORATE_REPORTING, "2021-06-30").factor().id())
                .isEqualTo("cn.grid.ets.0.5810");
        assertThatThrownBy(() -> choose("CN", Purpose.LOCATION_BASED, "2019-06-30"))
                .isInstanceOf(NoFactor.class);
    }

    @Test
    void theLastFactorOfTheSameRegionIsCarriedForward() {
        FactorChoice choice = choose("CN-TJ", Purpose.LOCATION_BASED, "2026-11-01");

        assertThat(choice.carriedForward()).isTrue();
        assertThat(choice.factor().id()).isEqualTo("cn.grid.2023.prov.tj");
    }

    @Test
    void onlyWhatWasKnownIsCarriedForward() {
        FactorChoice choice =
                choose(
                        "CN-TJ",
                        Purpose.LOCATION_BASED,
                        "2023-06-30",
                        LocalDate.of(2024, 6, 1),
                        Optional.empty());

        assertThat(choice.factor().id()).isEqualTo("cn.grid.2021.prov.tj");
    }

    @Test
    void hongKongIsNotSuppliedByTheMainlandsGrid() {
        assertThatThrownBy(() -> choose("CN-HK", Purpose.LOCATION_BASED, "2021-06-30"))
                .isInstanceOf(NoFactor.class)
                .hasMessageContaining("HK, WORLD");
        assertThat(choose("HK-CLP", Purpose.LOCATION_BASED, "2021-06-30").carriedForward())
                .isTrue();
    }

    @Test
    void aPinnedFactorWins() {
        assertThat(
                        choose(
                                        "CN-GD",
                                        Purpose.LOCATION_BASED,
                                        "2021-06-30",
                                        TODAY,
                                        Optional.of("cn.grid.2021.national"))
                                .factor()
                                .id())
                .isEqualTo("cn.grid.2021.national");
    }

    @Test
    void aPinnedFactorOutsideItsValidityIsRefusedWithIt() {
        assertThatThrownBy(() ->
                        choose(
                                "CN",
                                Purpose.LOCATION_BASED,
                                "2022-06-30",
                                TODAY,
                                Optional.of("cn.grid.2021.national")))
                .isInstanceOf(FactorNotValid.class)
                .hasMessageContaining("2021-01-01 to 2021-12-31");
    }

    @Test
    void aPinnedFactorNobodyKnowsOrOfAnotherActivityIsRefused() {
        assertThatThrownBy(() ->
                        choose(
                                "CN",
                                Purpose.LOCATION_BASED,
                                "2021-06-30",
                                TODAY,
                                Optional.of("nobody")))
                .isInstanceOf(UnknownFactor.class);
        assertThatThrownBy(() ->
                        choose(
                                "CN",
                                Purpose.COMBUSTION,
                                "2021-06-30",
                                TODAY,
                                Optional.of("cn.fuel.diesel.co2")))
                .isInstanceOf(WrongActivity.class);
    }

    @Test
    void anActivityIsKnownByAnySpellingAndRefusedWithTheKnownOnes() {
        assertThat(library.activity("NATURAL_GAS")).isEqualTo("natural-gas");
        assertThat(library.activity(" Grid electricity ")).isEqualTo("electricity");
        assertThatThrownBy(() -> library.activity("moonshine"))
                .isInstanceOf(UnknownActivity.class)
                .hasMessageContaining("moonshine")
                .hasMessageContaining("natural-gas");
    }

    @Test
    void aRegionThatIsNoneIsRefused() {
        assertThatThrownBy(() -> library.regions().path("Atlantis"))
                .isInstanceOf(UnknownRegion.class);
    }

    @Test
    void aFactorFromMemoryOrWithoutSourceCannotExist() {
        assertThatThrownBy(() -> source("Ministry", "notice", "memory"))
                .hasMessageContaining("memory");
        assertThatThrownBy(() -> source("Ministry", " ", "secondary"))
                .hasMessageContaining("source");
    }

    @Test
    void aFactorThatGivesOneGasTwiceCannotExist() {
        GasIntensity co2 =
                new GasIntensity("CO2", Optional.empty(), Intensity.of("1", Unit.KG, Unit.KWH));

        assertThatThrownBy(() ->
                        new EmissionFactor(
                                "twice",
                                "own.1",
                                "electricity",
                                "Electricity",
                                Purpose.LOCATION_BASED,
                                "CN",
                                TODAY,
                                Optional.empty(),
                                List.of(co2, co2),
                                source("Ministry", "notice", "secondary"),
                                Optional.empty(),
                                Optional.empty()))
                .hasMessageContaining("'twice' gives one gas twice");
    }

    private static FactorSource source(String publisher, String document, String confidence) {
        return new FactorSource(publisher, document, TODAY, "facts", confidence, "");
    }

    @Test
    void everyShippedFactorHasItsSource() {
        assertThat(library.factors())
                .hasSizeGreaterThan(100)
                .allSatisfy(factor ->
                        assertThat(
                                        List.of(
                                                factor.source().publisher(),
                                                factor.source().document(),
                                                factor.source().licence()))
                                .noneMatch(String::isBlank));
    }

    private FactorChoice burnt(String fuel, String region, String on, Quantity amount) {
        return library.choose(
                new FactorQuery(
                                fuel,
                                Purpose.COMBUSTION,
                                library.regions().path(region),
                                LocalDate.parse(on),
                                TODAY,
                                Optional.empty())
                        .withAmount(amount));
    }

    @ParameterizedTest
    @CsvSource({
        "CN, 2021-06-30, L, cn.fuel.diesel.co2",
        "CN, 2021-06-30, GJ (Net CV), ipcc2006.stat-commercial.gas-diesel-oil.co2",
        "GB, 2025-06-30, L, uk.desnz.2025.fuels.liquid-fuels.diesel-average-biofuel-blend.litres.co2e",
        "GB, 2021-06-30, t, uk.desnz.2021.fuels.liquid-fuels.diesel-average-biofuel-blend.tonnes.co2e",
        "US, 2025-06-30, gal, us.epa.hub2025.t1.distillate-fuel-oil-no.-2.co2.unit"
    })
    void theUnitOfTheQuantityDecidesAmongFactorsOfAPlace(
            String region, String on, String unit, String id) {
        assertThat(burnt("diesel", region, on, Quantity.of("1", Unit.parse(unit))).factor().id())
                .isEqualTo(id);
    }

    @Test
    void aCountrysLastFactorIsNearerThanTheWorlds() {
        FactorChoice choice =
                burnt("diesel", "GB", "2023-06-30", Quantity.of("1", Unit.KWH_NET_CV));

        assertThat(choice.carriedForward()).isTrue();
        assertThat(choice.factor().region()).isEqualTo("GB");
    }

    @Test
    void energyOfAFuelWithoutABasisIsTakenWhereThePlaceHasOnlyOne() {
        assertThat(burnt("butane", "US", "2025-06-30", Quantity.of("1", Unit.MMBTU)).factor().per())
                .isEqualTo(Unit.MMBTU_GROSS_CV);
        assertThatThrownBy(() -> burnt("butane", "GB", "2025-06-30", Quantity.of("1", Unit.KWH)))
                .isInstanceOf(UnitNotOfFactor.class)
                .hasMessageContaining("kWh (Gross CV)")
                .hasMessageContaining("kWh (Net CV)");
    }

    @Test
    void aLifeCycleFactorNeverServesScope2() {
        assertThatThrownBy(() -> choose("FR", Purpose.LOCATION_BASED, "2023-06-30"))
                .isInstanceOf(NoFactor.class);
        assertThat(choose("FR", Purpose.LIFE_CYCLE, "2023-06-30").factor().region())
                .isEqualTo("FR");
    }

    @Test
    void aMisspeltActivityIsRefusedWithWhatIsNear() {
        assertThatThrownBy(() -> library.activity("natural gaz"))
                .isInstanceOf(UnknownActivity.class)
                .hasMessageContaining("near it are natural-gas");
    }

    @Test
    void anActivityIsKnownByItsChineseName() {
        assertThat(library.activity("天然气")).isEqualTo("natural-gas");
        assertThat(library.activity("R404A")).isEqualTo("r-404a");
    }

    @Test
    void aCorrectionReplacesWhatItSupersedesFromItsOwnDayOn() {
        // Given
        EmissionFactor wrong = library.find("cn.grid.2021.prov.tj").orElseThrow();
        EmissionFactor right = correction(wrong, LocalDate.of(2026, 11, 1));
        FactorLibrary corrected = library.with(List.of(right));
        FactorQuery query =
                new FactorQuery(
                        "electricity",
                        Purpose.LOCATION_BASED,
                        library.regions().path("CN-TJ"),
                        LocalDate.of(2021, 6, 30),
                        TODAY,
                        Optional.empty());

        // Then
        assertThat(corrected.choose(query).factor()).isEqualTo(right);
        assertThat(corrected.choose(asAt(query, LocalDate.of(2026, 10, 31))).factor())
                .isEqualTo(wrong);
    }

    private static FactorQuery asAt(FactorQuery query, LocalDate day) {
        return new FactorQuery(
                query.activity(),
                query.purpose(),
                query.regions(),
                query.on(),
                day,
                query.pinned());
    }

    private static EmissionFactor correction(EmissionFactor wrong, LocalDate known) {
        return new EmissionFactor(
                "own.tj",
                "own.1",
                wrong.activity(),
                wrong.name(),
                wrong.purpose(),
                wrong.region(),
                wrong.validFrom(),
                wrong.validTo(),
                List.of(
                        new GasIntensity(
                                "CO2", Optional.empty(), Intensity.of("0.1", Unit.KG, Unit.KWH))),
                new FactorSource("Ministry", "corrected notice", known, "facts", "measured", ""),
                Optional.empty(),
                Optional.of(wrong.id()));
    }
}

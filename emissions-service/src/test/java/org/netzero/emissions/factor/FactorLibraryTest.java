package org.netzero.emissions.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netzero.emissions.library.TestLibrary;

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
}

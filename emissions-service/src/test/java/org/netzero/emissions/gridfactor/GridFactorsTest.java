package org.netzero.emissions.gridfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netzero.emissions.calculation.Place;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.factor.FactorSource;
import org.netzero.emissions.factor.GasIntensity;
import org.netzero.emissions.factor.Potentials;
import org.netzero.emissions.factor.Purpose;
import org.netzero.emissions.factor.Regions;
import org.netzero.emissions.gridfactor.IntensityAdopted.Factor;
import org.netzero.emissions.gridfactor.IntensityAdopted.Method;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Intensity;
import org.netzero.quantities.Unit;

class GridFactorsTest {

    private static final Place TEXAS =
            new Place("US", Optional.of("US-TX"), Optional.of("US-ERCOT"));

    private static EmissionFactor factor(
            String id, Purpose purpose, String region, String from, String to, String value) {
        return new EmissionFactor(
                id,
                "test-1",
                "electricity",
                "Electricity",
                purpose,
                region,
                LocalDate.parse(from),
                to.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(to)),
                List.of(
                        new GasIntensity(
                                "CO2e",
                                Optional.of(GwpSet.AR5_100),
                                new Intensity(new BigDecimal(value), Unit.KG_CO2E, Unit.KWH))),
                new FactorSource(
                        "Somebody",
                        "A table",
                        LocalDate.of(2020, 1, 1),
                        "CC0",
                        "verified-source",
                        ""),
                Optional.empty(),
                Optional.empty());
    }

    private static IntensityAdopted at(int year, EmissionFactor... factors) {
        var library =
                new FactorLibrary(
                        List.of(factors),
                        Map.of(),
                        List.of(),
                        List.of(),
                        new Regions(Map.of()),
                        new Potentials(List.of()));
        return new GridFactors(library, LocalDate.of(2026, 11, 29)).at(TEXAS, year);
    }

    @Test
    void theMostSpecificRegionIsTakenAsTheInventoryDoes() {
        IntensityAdopted told =
                at(
                        2025,
                        factor("us", Purpose.LOCATION_BASED, "US", "2025-01-01", "", "0.4"),
                        factor(
                                "ercot",
                                Purpose.LOCATION_BASED,
                                "US-ERCOT",
                                "2025-01-01",
                                "",
                                "0.3"));

        assertThat(told.key()).isEqualTo("US/US-TX/US-ERCOT/2025");
        assertThat(told.factors())
                .extracting(Factor::method, Factor::factorId, Factor::kgCo2ePerKwh)
                .containsExactly(tuple(Method.LOCATION_BASED, "ercot", new BigDecimal("0.3")));
    }

    @Test
    void aFactorThatBeginsWithinTheYearDividesIt() {
        IntensityAdopted told =
                at(
                        2025,
                        factor(
                                "old",
                                Purpose.LOCATION_BASED,
                                "US",
                                "2024-01-01",
                                "2025-06-30",
                                "0.4"),
                        factor("new", Purpose.LOCATION_BASED, "US", "2025-07-01", "", "0.3"),
                        factor("mix", Purpose.MARKET_RESIDUAL, "US", "2025-01-01", "", "0.5"));

        assertThat(told.factors())
                .extracting(Factor::factorId, Factor::start, Factor::end)
                .containsExactly(
                        tuple("old", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 7, 1)),
                        tuple("new", LocalDate.of(2025, 7, 1), LocalDate.of(2026, 1, 1)),
                        tuple("mix", LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1)));
    }

    @Test
    void aResidualMixThatNobodyPublishedIsLeftOutAndNotZero() {
        assertThat(
                        at(
                                        2025,
                                        factor(
                                                "us",
                                                Purpose.LOCATION_BASED,
                                                "US",
                                                "2025-01-01",
                                                "",
                                                "0.4"))
                                .factors())
                .extracting(Factor::method)
                .containsExactly(Method.LOCATION_BASED);
    }

    @Test
    void theFactorOfAnEarlierYearSaysThatItIsCarriedForward() {
        assertThat(
                        at(
                                        2025,
                                        factor(
                                                "us",
                                                Purpose.LOCATION_BASED,
                                                "US",
                                                "2023-01-01",
                                                "2023-12-31",
                                                "0.4"))
                                .factors())
                .extracting(Factor::carriedForward)
                .containsExactly(true);
    }

    @Test
    void aPlaceWithoutAnyFactorIsToldWithNone() {
        assertThat(
                        at(
                                        2025,
                                        factor(
                                                "cn",
                                                Purpose.LOCATION_BASED,
                                                "CN",
                                                "2025-01-01",
                                                "",
                                                "0.6"))
                                .factors())
                .isEmpty();
    }
}

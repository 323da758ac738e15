package org.netzero.datacenter.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netzero.datacenter.effectiveness.GridFactor;
import org.netzero.datacenter.effectiveness.GridFactor.Method;

class FacilityGridFactorsTest {

    private static GridFactor of(Method method, int year, String kg) {
        return new GridFactor(
                method,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year + 1, 1, 1),
                new BigDecimal(kg),
                Optional.empty(),
                Optional.of(true),
                "grid-1",
                "2024",
                "XX",
                false,
                "publisher",
                "table 1");
    }

    private static Optional<StatedFactor.Factor> theOnly(GridFactor one, GridFactor other) {
        return FacilityGridFactors.theOnly(
                List.of(one, other), LocalDate.of(2025, 3, 1), LocalDate.of(2026, 2, 28));
    }

    @Test
    void theFactorOfThePlaceIsTakenWithItsSource() {
        StatedFactor.Factor factor =
                theOnly(
                                of(Method.LOCATION_BASED, 2025, "0.5"),
                                of(Method.LOCATION_BASED, 2026, "0.5"))
                        .orElseThrow();

        assertThat(factor.kgCo2ePerKwh()).isEqualByComparingTo("0.5");
        assertThat(factor.source())
                .contains("grid-1", "2024", "XX", "CO2 only", "publisher", "table 1");
    }

    @Test
    void noneIsTakenWhereItChangesOrIsNotKnownToTheEndOrIsOfAnotherMethod() {
        assertThat(
                        theOnly(
                                of(Method.LOCATION_BASED, 2025, "0.5"),
                                of(Method.LOCATION_BASED, 2026, "0.4")))
                .isEmpty();
        assertThat(
                        theOnly(
                                of(Method.LOCATION_BASED, 2025, "0.5"),
                                of(Method.MARKET_RESIDUAL, 2026, "0.5")))
                .isEmpty();
    }
}

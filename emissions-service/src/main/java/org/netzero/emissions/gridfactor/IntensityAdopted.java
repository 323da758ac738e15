package org.netzero.emissions.gridfactor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.Place;
import org.netzero.platform.json.Decimals;
import org.netzero.quantities.GwpSet;

/// The data of `emissions.intensity`: every factor by which electricity is accounted at a place in
/// a year, as the inventory of that year would choose it today.
///
/// @param factors by method and first day; none of a method without a factor
@JsonInclude(JsonInclude.Include.NON_NULL)
record IntensityAdopted(
        String country,
        @Nullable String province,
        @Nullable String gridZone,
        int year,
        List<Factor> factors,
        long version) {

    static final String TOPIC = "emissions.intensity";
    static final String TYPE = "org.netzero.emissions.intensity-adopted.v1";

    IntensityAdopted {
        factors = List.copyOf(factors);
    }

    /// Which figure of scope 2 a factor is for.
    enum Method {
        /// Average of the grid.
        LOCATION_BASED,
        /// What no contract claims.
        MARKET_RESIDUAL
    }

    /// A factor and when it is in use.
    ///
    /// @param start first day
    /// @param end day after the last
    /// @param gwpSet of the CO2e; absent where its source names none
    /// @param co2Only whether other gases are not accounted
    /// @param region of the factor, which may be larger than the place
    /// @param carriedForward whether its validity is over, for want of a later one
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Factor(
            Method method,
            LocalDate start,
            LocalDate end,
            BigDecimal kgCo2ePerKwh,
            @Nullable GwpSet gwpSet,
            boolean co2Only,
            String factorId,
            String factorVersion,
            String region,
            boolean carriedForward,
            String publisher,
            String source) {

        Factor {
            kgCo2ePerKwh = Decimals.canonical(kgCo2ePerKwh);
        }

        /// Whether it is the same factor, whenever it is in use.
        boolean isSameAs(Factor other) {
            return factorId.equals(other.factorId)
                    && factorVersion.equals(other.factorVersion)
                    && carriedForward == other.carriedForward;
        }

        Factor from(LocalDate day) {
            return new Factor(
                    method,
                    day,
                    end,
                    kgCo2ePerKwh,
                    gwpSet,
                    co2Only,
                    factorId,
                    factorVersion,
                    region,
                    carriedForward,
                    publisher,
                    source);
        }
    }

    static IntensityAdopted of(Place place, int year, List<Factor> factors) {
        return new IntensityAdopted(
                place.country(),
                place.province().orElse(null),
                place.gridZone().orElse(null),
                year,
                factors,
                0);
    }

    IntensityAdopted withVersion(long told) {
        return new IntensityAdopted(country, province, gridZone, year, factors, told);
    }

    /// `CN/CN-TJ/-/2026`
    String key() {
        return String.join(
                "/",
                country,
                province == null ? "-" : province,
                gridZone == null ? "-" : gridZone,
                String.valueOf(year));
    }
}

package org.netzero.emissions.gridfactor;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.netzero.emissions.calculation.Calculated;
import org.netzero.emissions.calculation.Calculator;
import org.netzero.emissions.calculation.Emission;
import org.netzero.emissions.calculation.Place;
import org.netzero.emissions.factor.CalculationRefused;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.factor.FactorQuery;
import org.netzero.emissions.factor.Purpose;
import org.netzero.emissions.gridfactor.IntensityAdopted.Factor;
import org.netzero.emissions.gridfactor.IntensityAdopted.Method;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Chooses the factors of electricity at a place as the inventory does, with the publications that
/// are known on a day.
///
/// @param asAt the day on which it is asked
record GridFactors(FactorLibrary library, LocalDate asAt) {

    private static final String ELECTRICITY = "electricity";

    private static final Quantity ONE_KWH = new Quantity(BigDecimal.ONE, Unit.KWH);

    /// What is in use at a place in a year.
    IntensityAdopted at(Place place, int year) {
        var factors = new ArrayDeque<Factor>();
        for (Method method : List.of(Method.MARKET_RESIDUAL, Method.LOCATION_BASED)) {
            LocalDate end = LocalDate.of(year + 1, 1, 1);
            while (end.getYear() > year || end.getDayOfYear() > 1) {
                LocalDate start = unchangedSince(end.minusDays(1), LocalDate.of(year, 1, 1));
                factor(place, method, start, end).ifPresent(factor -> prepend(factors, factor));
                end = start;
            }
        }
        return IntensityAdopted.of(place, year, List.copyOf(factors));
    }

    private LocalDate unchangedSince(LocalDate day, LocalDate first) {
        LocalDate since = library.unchangedSince(ELECTRICITY, day);
        return since.isAfter(first) ? since : first;
    }

    /// One factor in use on end is one entry, whatever else changed meanwhile.
    private static void prepend(Deque<Factor> factors, Factor earlier) {
        Factor next = factors.peekFirst();
        if (next != null
                && next.method() == earlier.method()
                && next.start().equals(earlier.end())
                && next.isSameAs(earlier)) {
            factors.removeFirst();
            factors.addFirst(next.from(earlier.start()));
        } else {
            factors.addFirst(earlier);
        }
    }

    private Optional<Factor> factor(Place place, Method method, LocalDate start, LocalDate end) {
        try {
            var query =
                    new FactorQuery(
                            ELECTRICITY,
                            purpose(method),
                            library.regions()
                                    .path(place.country(), place.province(), place.gridZone()),
                            start,
                            asAt,
                            Optional.empty());
            Calculated calculated =
                    new Calculator(library, GwpSet.DEFAULT).calculate(ONE_KWH, query);
            return calculated
                    .factor()
                    .map(chosen -> factor(method, start, end, calculated, chosen));
        } catch (CalculationRefused none) {
            return Optional.empty();
        }
    }

    private static Purpose purpose(Method method) {
        return switch (method) {
            case LOCATION_BASED -> Purpose.LOCATION_BASED;
            case MARKET_RESIDUAL -> Purpose.MARKET_RESIDUAL;
        };
    }

    private static Factor factor(
            Method method,
            LocalDate start,
            LocalDate end,
            Calculated calculated,
            EmissionFactor chosen) {
        Emission emission = calculated.emission();
        return new Factor(
                method,
                start,
                end,
                emission.kilograms(),
                emission.basis().orElse(null),
                emission.co2Only(),
                chosen.id(),
                chosen.version(),
                chosen.region(),
                calculated.flags().contains(Calculated.CARRIED_FORWARD),
                chosen.source().publisher(),
                chosen.source().document());
    }
}

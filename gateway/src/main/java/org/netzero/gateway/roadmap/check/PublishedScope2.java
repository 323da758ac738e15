package org.netzero.gateway.roadmap.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// A published company's scope 2 as a product: electricity × grid factor × what contracts leave, or
/// electricity × share that is not renewable × factor of the rest, whichever its figures give.
final class PublishedScope2 {

    private static final List<String> ELECTRICITY =
            List.of("electricity_total", "energy_indirect", "electricity_purchased");

    private final PublishedCompany company;

    PublishedScope2(PublishedCompany company) {
        this.company = company;
    }

    /// @param figures the metrics that it is made of, and the years that they could not be
    record Found(SeriesDecomposition series, String figures) {}

    /// Empty where fewer than two years are published of every figure that it takes.
    Optional<Found> find() {
        for (String metric : ELECTRICITY) {
            SortedMap<Integer, Double> electricity = company.newest(metric);
            Optional<Found> found =
                    byContracts(metric, electricity)
                            .or(() -> byShare(metric, electricity, "scope2_mb"))
                            .or(() -> byShare(metric, electricity, "scope2"));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Found> byContracts(String metric, SortedMap<Integer, Double> electricity) {
        SortedMap<Integer, Double> location = company.newest("scope2_lb");
        SortedMap<Integer, Double> market = company.newest("scope2_mb");
        SortedMap<Integer, List<Double>> rows = new TreeMap<>();
        List<String> leftOut = new ArrayList<>();
        for (int year : common(electricity, location, market)) {
            double mwh = of(electricity, year);
            double grid = of(location, year);
            double contracts = of(market, year);
            if (mwh <= 0 || grid <= 0) {
                leftOut.add(year + " (electricity or scope2_lb is not above 0)");
            } else if (contracts < 0) {
                leftOut.add(year + " (scope2_mb is negative)");
            } else {
                rows.put(year, List.of(mwh, grid / mwh, contracts / grid));
            }
        }
        return found(
                rows,
                leftOut,
                List.of(
                        metric + "_mwh",
                        "grid_factor_t_per_mwh",
                        "market_over_location_by_contracts"),
                "scope2_mb = %s × scope2_lb/%s × scope2_mb/scope2_lb".formatted(metric, metric));
    }

    private Optional<Found> byShare(
            String metric, SortedMap<Integer, Double> electricity, String scope2) {
        SortedMap<Integer, Double> market = company.newest(scope2);
        SortedMap<Integer, Double> share = company.newest("renewable_electricity_pct");
        SortedMap<Integer, List<Double>> rows = new TreeMap<>();
        List<String> leftOut = new ArrayList<>();
        for (int year : common(electricity, market, share)) {
            double mwh = of(electricity, year);
            double rest = 1 - of(share, year) / 100;
            double tonnes = of(market, year);
            if (mwh <= 0) {
                leftOut.add(year + " (electricity is not above 0)");
            } else if (rest <= 0) {
                leftOut.add(year + " (nothing is not renewable: no factor of the rest)");
            } else if (rest > 1 || tonnes < 0) {
                leftOut.add("%d (%s or the share is negative)".formatted(year, scope2));
            } else {
                rows.put(year, List.of(mwh, rest, tonnes / mwh / rest));
            }
        }
        return found(
                rows,
                leftOut,
                List.of(metric + "_mwh", "share_not_renewable", "factor_of_the_rest_t_per_mwh"),
                "%s = %s × (1 − renewable_electricity_pct) × implied factor of the rest"
                        .formatted(scope2, metric));
    }

    @SafeVarargs
    private static Set<Integer> common(SortedMap<Integer, Double>... series) {
        Set<Integer> years = new TreeSet<>(series[0].keySet());
        for (SortedMap<Integer, Double> other : series) {
            years.retainAll(other.keySet());
        }
        return years;
    }

    private static double of(SortedMap<Integer, Double> series, int year) {
        return Objects.requireNonNull(series.get(year), "of the common years");
    }

    private Optional<Found> found(
            SortedMap<Integer, List<Double>> rows,
            List<String> leftOut,
            List<String> names,
            String figures) {
        if (rows.size() < 2) {
            return Optional.empty();
        }
        List<SeriesDecomposition.Factor> factors = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            int factor = k;
            factors.add(
                    new SeriesDecomposition.Factor(
                            names.get(k),
                            rows.entrySet().stream()
                                    .map(Map.Entry::getValue)
                                    .map(row -> row.get(factor))
                                    .toList()));
        }
        return Optional.of(
                new Found(
                        new SeriesDecomposition(
                                List.copyOf(rows.keySet()),
                                List.of(new SeriesDecomposition.Part(company.name(), factors))),
                        "Shipped series, newest vintages: "
                                + figures
                                + (leftOut.isEmpty()
                                        ? ""
                                        : "; years left out: " + String.join(", ", leftOut))));
    }
}

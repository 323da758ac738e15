package org.netzero.emissions.calculation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.netzero.emissions.factor.CalculationRefused;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorQuery;
import org.netzero.emissions.factor.Purpose;

/// The results and findings of one inventory while it is being made.
final class Entries {

    private final int year;
    private final LocalDate asAt;
    private final Calculator calculator;
    private final List<EmissionResult> results = new ArrayList<>();
    private final List<EmissionResult> derived = new ArrayList<>();
    private final List<Inventory.Apart> apart = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Entries(int year, LocalDate asAt, Calculator calculator) {
        this.year = year;
        this.asAt = asAt;
        this.calculator = calculator;
    }

    int year() {
        return year;
    }

    Calculator calculator() {
        return calculator;
    }

    List<Finding> findings() {
        return findings;
    }

    List<EmissionResult> results() {
        return results;
    }

    List<Inventory.Apart> apart() {
        return apart;
    }

    void add(EmissionResult result) {
        results.add(result);
    }

    /// A result that follows from the energy of other scopes: it covers nothing of its own scope
    /// that nobody recorded.
    void addDerived(EmissionResult result) {
        derived.add(result);
    }

    void addApart(MethodRule.Accounting accounting, EmissionResult result) {
        apart.add(new Inventory.Apart(accounting, result));
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    void refused(CalculationRefused refused, String record) {
        add(Finding.open(refused.code(), record, refused.reason()));
    }

    FactorQuery query(String activity, Purpose purpose, List<String> regions, LocalDate on) {
        return new FactorQuery(activity, purpose, regions, on, asAt, Optional.empty());
    }

    List<String> regions(Place place) {
        return calculator
                .library()
                .regions()
                .path(place.country(), place.province(), place.gridZone());
    }

    ResultId activityId(String activityId, Optional<Scope2Method> method) {
        return ResultId.ofActivity(year, calculator.gwpSet(), activityId, method);
    }

    ResultId id(String record, String method) {
        return ResultId.of(year, calculator.gwpSet(), record, method);
    }

    void checkPeriod(String record, LocalDate end) {
        if (end.getYear() > year && end.isAfter(LocalDate.of(year + 1, 1, 1))) {
            add(
                    Finding.open(
                            "PERIOD_CROSSES_YEARS",
                            record,
                            "The record ends on %s; all of it counts in %d, where it starts"
                                    .formatted(end, year)));
        }
    }

    private void findingsAbout(EmissionFactor factor, List<String> flags) {
        if (factor.source().isSecondary()) {
            add(
                    Finding.note(
                            "SECONDARY_FACTOR",
                            factor.id(),
                            "Factor '%s' was read in a copy of its source, not in the publisher's own document"
                                    .formatted(factor.id())));
        }
        if (flags.contains(Calculated.CARRIED_FORWARD)) {
            add(
                    Finding.open(
                            Calculated.CARRIED_FORWARD,
                            factor.id(),
                            "Factor '%s' is valid from %s and was carried forward into %d; results change when a newer one is published"
                                    .formatted(factor.id(), factor.validity(), year)));
        }
    }

    /// @param stored what comes from records that are calculated already
    Inventory inventory(ActivityResults stored) {
        nothingRecorded(stored.totals());
        results.addAll(derived);
        apart.addAll(stored.apart());
        findings.addAll(stored.findings());
        Stream.of(
                        results.stream(),
                        stored.totals().stream(),
                        apart.stream().map(Inventory.Apart::result))
                .flatMap(lines -> lines)
                .map(line ->
                        line.factor().map(factor -> new Used(factor.id(), line.flags(), factor)))
                .flatMap(Optional::stream)
                .distinct()
                .forEach(used -> findingsAbout(used.factor(), used.flags()));
        return new Inventory(year, calculator.gwpSet(), results, stored.totals(), apart, findings);
    }

    /// A factor and what a reader should know of its use.
    private record Used(String id, List<String> flags, EmissionFactor factor) {}

    private boolean isDerived(Scope scope) {
        return derived.stream().anyMatch(result -> result.scope() == scope);
    }

    private void nothingRecorded(List<ResultTotal> stored) {
        var recorded = new TreeSet<Scope>();
        results.forEach(result -> recorded.add(result.scope()));
        stored.forEach(total -> recorded.add(total.scope()));
        for (Scope scope : Scope.values()) {
            if (!recorded.contains(scope)) {
                add(
                        Finding.open(
                                "NOTHING_CALCULATED",
                                scope.name(),
                                isDerived(scope)
                                        ? "Of %2$s in %1$d only what follows from energy is calculated; the rest is unknown, not none"
                                                .formatted(year, scope)
                                        : "No record of %d gave a result of %s; its 0 means unknown, not none"
                                                .formatted(year, scope)));
            }
        }
    }
}

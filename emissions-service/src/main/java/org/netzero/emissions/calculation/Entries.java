package org.netzero.emissions.calculation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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

    void add(EmissionResult result) {
        results.add(result);
        result.factor().ifPresent(factor -> findingsAbout(factor, result));
    }

    /// A result that follows from the energy of other scopes: it covers nothing of its own scope
    /// that nobody recorded.
    void addDerived(EmissionResult result) {
        derived.add(result);
        result.factor().ifPresent(factor -> findingsAbout(factor, result));
    }

    void addApart(MethodRule.Accounting accounting, EmissionResult result) {
        apart.add(new Inventory.Apart(accounting, result));
        result.factor().ifPresent(factor -> findingsAbout(factor, result));
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

    ResultId id(String record, String method) {
        return ResultId.of(year, calculator.gwpSet(), record, method);
    }

    private void findingsAbout(EmissionFactor factor, EmissionResult result) {
        if (factor.source().isSecondary()) {
            add(
                    Finding.note(
                            "SECONDARY_FACTOR",
                            factor.id(),
                            "Factor '%s' was read in a copy of its source, not in the publisher's own document"
                                    .formatted(factor.id())));
        }
        if (result.flags().contains(Calculated.CARRIED_FORWARD)) {
            add(
                    Finding.open(
                            Calculated.CARRIED_FORWARD,
                            factor.id(),
                            "Factor '%s' is valid from %s and was carried forward into %d; results change when a newer one is published"
                                    .formatted(factor.id(), factor.validity(), year)));
        }
    }

    Inventory inventory() {
        nothingRecorded();
        results.addAll(derived);
        return new Inventory(year, calculator.gwpSet(), results, apart, findings);
    }

    private boolean isDerived(Scope scope) {
        return derived.stream().anyMatch(result -> result.scope() == scope);
    }

    private void nothingRecorded() {
        var recorded = new TreeSet<Scope>();
        results.forEach(result -> recorded.add(result.scope()));
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

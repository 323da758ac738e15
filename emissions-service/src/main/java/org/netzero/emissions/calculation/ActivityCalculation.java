package org.netzero.emissions.calculation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netzero.emissions.calculation.MethodRule.Accounting;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.quantities.GwpSet;

/// Calculates activity records one by one, on several GWP sets at once and without traces. May be
/// used by several threads.
public final class ActivityCalculation {

    private final FactorLibrary library;
    private final MoneyTables money;
    private final Choices choices;
    private final List<GwpSet> sets;
    private final LocalDate asAt;

    /// @param asAt only factors published by this day count
    public ActivityCalculation(
            FactorLibrary library, MoneyTables money, LocalDate asAt, Collection<GwpSet> sets) {
        this.library = library;
        this.money = money;
        this.choices = Choices.remembered(library);
        this.sets = List.copyOf(sets);
        this.asAt = asAt;
    }

    /// What a record comes to.
    ///
    /// @param findings by the set they belong to; without one where they are those of every set
    public record Outcome(List<Result> results, List<OfSet> findings) {}

    /// A result on every set on which it can be calculated.
    ///
    /// @param result on one of them
    public record Result(
            EmissionResult result, Accounting accounting, Map<GwpSet, Emission> emissions) {}

    /// A finding, and the set on which it stands; empty: on every one.
    public record OfSet(Finding finding, Optional<GwpSet> gwpSet) {}

    public Outcome of(ActivityRecord record) {
        Map<String, Result> results = new LinkedHashMap<>();
        Map<Finding, List<GwpSet>> findings = new LinkedHashMap<>();
        Choices atHand = Choices.lastAtHand(choices);
        for (GwpSet set : sets) {
            var calculator = new Calculator(library, set, money, atHand, Tracing.LEFT_OUT);
            Entries entries = entries(record, calculator, asAt);
            entries.results()
                    .forEach(result -> put(result, Accounting.INSIDE_INVENTORY, set, results));
            entries.apart()
                    .forEach(beside -> put(beside.result(), beside.accounting(), set, results));
            entries.findings()
                    .forEach(finding ->
                            findings.computeIfAbsent(finding, its -> new ArrayList<>()).add(set));
        }
        return new Outcome(List.copyOf(results.values()), ofSets(findings));
    }

    /// A record's results with their traces, and those beside the scopes.
    public static List<Inventory.Apart> traced(
            ActivityRecord record, Calculator calculator, LocalDate asAt) {
        Entries entries = entries(record, calculator, asAt);
        var all = new ArrayList<>(entries.apart());
        entries.results()
                .forEach(result ->
                        all.add(new Inventory.Apart(Accounting.INSIDE_INVENTORY, result)));
        return all;
    }

    private static Entries entries(ActivityRecord record, Calculator calculator, LocalDate asAt) {
        var entries = new Entries(record.start().getYear(), asAt, calculator);
        entries.checkPeriod(record.activityId(), record.end());
        new ActivityEmissions(entries).add(record);
        return entries;
    }

    private static void put(
            EmissionResult result, Accounting accounting, GwpSet set, Map<String, Result> results) {
        results.computeIfAbsent(
                        result.id().key(),
                        key -> new Result(result, accounting, new EnumMap<>(GwpSet.class)))
                .emissions()
                .put(set, result.emission());
    }

    private List<OfSet> ofSets(Map<Finding, List<GwpSet>> findings) {
        if (findings.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<OfSet>();
        findings.forEach((finding, its) -> {
            if (its.size() == sets.size()) {
                all.add(new OfSet(finding, Optional.empty()));
            } else {
                its.forEach(set -> all.add(new OfSet(finding, Optional.of(set))));
            }
        });
        return all;
    }
}

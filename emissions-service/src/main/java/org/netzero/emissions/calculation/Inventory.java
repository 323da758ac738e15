package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.netzero.emissions.calculation.MethodRule.Accounting;
import org.netzero.emissions.factor.Potentials;
import org.netzero.emissions.quality.Propagation;
import org.netzero.emissions.quality.QualityTotal;
import org.netzero.emissions.quality.Term;
import org.netzero.emissions.quality.Uncertainty;
import org.netzero.quantities.GasMass;
import org.netzero.quantities.GwpSet;

/// The emissions of one year: its results and what is wrong with them. Every sum is one of results;
/// where nothing was recorded the sum is 0 and a finding says so.
///
/// @param year the calendar year, in the local time of each site
/// @param gwpSet the set in which gases became CO2e
/// @param results those that are held here one by one
/// @param totals sums of the others
/// @param apart what stands beside the scopes and is in no sum of them
public record Inventory(
        int year,
        GwpSet gwpSet,
        List<EmissionResult> results,
        List<ResultTotal> totals,
        List<Apart> apart,
        List<Finding> findings) {

    private static final int SHARE_DECIMALS = 6;

    /// What share of an inventory's CO2e stands on one GWP set.
    ///
    /// @param gwpSet empty where stated figures do not name their set
    /// @param share of the total with scope 2 by location
    /// @param co2OnlyShare the part of it that is CO2 alone and so the same in every set
    public record BasisShare(Optional<GwpSet> gwpSet, BigDecimal share, BigDecimal co2OnlyShare) {}

    /// A result beside the scopes.
    public record Apart(Accounting accounting, EmissionResult result) {}

    public Inventory(
            int year,
            GwpSet gwpSet,
            List<EmissionResult> results,
            List<Apart> apart,
            List<Finding> findings) {
        this(year, gwpSet, results, List.of(), apart, findings);
    }

    public Inventory {
        totals = List.copyOf(totals);
        apart =
                apart.stream()
                        .sorted(Comparator.comparing(Apart::result, EmissionResult.ORDER))
                        .toList();
        results = results.stream().sorted(EmissionResult.ORDER).toList();
        findings = findings.stream().distinct().sorted().toList();
    }

    /// The same with one more finding.
    public Inventory with(Finding finding) {
        return new Inventory(
                year,
                gwpSet,
                results,
                totals,
                apart,
                Stream.concat(findings.stream(), Stream.of(finding)).toList());
    }

    public boolean complete() {
        return findings.stream().noneMatch(f -> f.severity() == Finding.Severity.OPEN);
    }

    /// How many results of some lines, in the scopes and beside them, have a flag.
    public long resultsFlagged(String flag, Predicate<InventoryLine> which) {
        return Stream.concat(lines(), apart.stream().map(Apart::result))
                .filter(line -> line.flags().contains(flag))
                .filter(which)
                .mapToLong(InventoryLine::results)
                .sum();
    }

    /// All of it in the scopes.
    public Stream<InventoryLine> lines() {
        return Stream.concat(results.stream(), totals.stream());
    }

    /// Scope 1 in kg CO2e.
    public BigDecimal scope1() {
        return sum(result -> result.scope() == Scope.SCOPE_1);
    }

    /// Scope 2 in kg CO2e by one method.
    public BigDecimal scope2(Scope2Method method) {
        return sum(result -> result.method().equals(Optional.of(method)));
    }

    /// How much electricity of energy totals takes its rate from where, by market, in kWh.
    public SortedMap<MarketTier, BigDecimal> marketCoverageKwh() {
        var sums = new TreeMap<MarketTier, BigDecimal>();
        results.stream()
                .flatMap(result -> result.supplies().stream())
                .forEach(supply -> sums.merge(supply.tier(), supply.energyKwh(), BigDecimal::add));
        return sums;
    }

    /// Scope 3 in kg CO2e.
    public BigDecimal scope3() {
        return sum(result -> result.scope() == Scope.SCOPE_3);
    }

    /// Scope 3 in kg CO2e per category that has results.
    public SortedMap<Scope3Category, BigDecimal> scope3Categories() {
        var sums = new TreeMap<Scope3Category, BigDecimal>();
        lines().forEach(result ->
                result.category()
                        .ifPresent(category ->
                                sums.merge(
                                        category, result.emission().kilograms(), BigDecimal::add)));
        return sums;
    }

    /// All scopes in kg CO2e, scope 2 by one method.
    public BigDecimal total(Scope2Method method) {
        return scope1().add(scope2(method)).add(scope3());
    }

    /// Every scope, every category of scope 3 that has results, and the total, in this order.
    public List<InventoryPart> parts(Scope2Method method) {
        var parts = new ArrayList<InventoryPart>();
        for (Scope scope : Scope.values()) {
            parts.add(InventoryPart.of(scope, method));
        }
        scope3Categories().keySet().stream()
                .map(category -> InventoryPart.of(category, method))
                .forEach(parts::add);
        parts.add(InventoryPart.total(method));
        return parts;
    }

    /// How uncertain a part is, by propagation of errors.
    public Uncertainty uncertainty(InventoryPart part) {
        return Propagation.of(uncertaintyTerms(part));
    }

    /// What the uncertainty of a part comes from: a term per factor, and another for what is below
    /// 0, however its lines are summed.
    public List<Term> uncertaintyTerms(InventoryPart part) {
        var terms = new LinkedHashMap<SharedError, Term>();
        lines().filter(part::includes)
                .map(InventoryLine::uncertaintyTerm)
                .forEach(term -> terms.merge(SharedError.of(term), term, Term::plus));
        return List.copyOf(terms.values());
    }

    private record SharedError(Optional<Term.Factor> factor, boolean belowZero) {
        static SharedError of(Term term) {
            return new SharedError(term.factor(), term.kilograms().signum() < 0);
        }
    }

    /// How good the data behind a part is.
    public QualityTotal<Provenance> quality(InventoryPart part) {
        return lines().filter(part::includes)
                .map(InventoryLine::qualityTotal)
                .reduce(QualityTotal.none(), QualityTotal::plus);
    }

    /// Masses per gas, scope 2 by location.
    public List<GasMass> gases() {
        return Emission.summed(located().flatMap(result -> result.emission().gases().stream()));
    }

    /// Masses per gas that stands outside the scopes.
    public List<GasMass> otherGases() {
        return Emission.summed(
                located().flatMap(result -> result.emission().otherGases().stream()));
    }

    /// Biogenic CO2 in kg, beside the scopes.
    public BigDecimal biogenicCo2Kg() {
        return otherGases().stream()
                .filter(mass -> mass.gas().equals(Potentials.BIOGENIC_CO2))
                .map(GasMass::kilograms)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// What was avoided outside the inventory in kg CO2e, never taken from it; empty when nothing
    /// is on record.
    public Optional<BigDecimal> avoided() {
        return apart.stream()
                .filter(one -> one.accounting() == Accounting.EXPORTED_AVOIDED)
                .map(one -> one.result().emission().kilograms())
                .reduce(BigDecimal::add);
    }

    /// The results that are held one by one, in the scopes and beside them.
    public Stream<EmissionResult> everyResult() {
        return Stream.concat(results.stream(), apart.stream().map(Apart::result));
    }

    /// How much of the total stands on which GWP set; empty when the total is 0.
    public List<BasisShare> basis() {
        BigDecimal total = total(Scope2Method.LOCATION_BASED);
        if (total.signum() == 0) {
            return List.of();
        }
        Stream<Optional<GwpSet>> sets =
                located()
                        .map(result -> result.emission().basis())
                        .distinct()
                        .sorted(
                                Comparator.comparing(
                                        set -> set.map(Enum::ordinal).orElse(Integer.MAX_VALUE)));
        return sets.map(set -> basisShare(set, total)).toList();
    }

    private BasisShare basisShare(Optional<GwpSet> set, BigDecimal total) {
        Predicate<InventoryLine> onSet =
                result -> isLocated(result) && result.emission().basis().equals(set);
        return new BasisShare(
                set,
                share(sum(onSet), total),
                share(sum(onSet.and(result -> result.emission().co2Only())), total));
    }

    private static BigDecimal share(BigDecimal part, BigDecimal total) {
        return part.divide(total, SHARE_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private Stream<InventoryLine> located() {
        return lines().filter(Inventory::isLocated);
    }

    private static boolean isLocated(InventoryLine result) {
        return !result.method().equals(Optional.of(Scope2Method.MARKET_BASED));
    }

    private BigDecimal sum(Predicate<InventoryLine> which) {
        return lines().filter(which)
                .map(result -> result.emission().kilograms())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

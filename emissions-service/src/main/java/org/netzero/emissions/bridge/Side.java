package org.netzero.emissions.bridge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.boundary.Consolidation;
import org.netzero.emissions.calculation.CalculationTrace;
import org.netzero.emissions.calculation.MethodRule;
import org.netzero.emissions.factor.Potentials;
import org.netzero.emissions.inventory.InventoryView;
import org.netzero.emissions.inventory.ResultContent;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Results of one line on one side, as far as a bridge looks at them. Quantities and shares are
/// read in the traces, which are kept with every version.
///
/// @param countedKg what counts of them in kg CO2e
/// @param countedOnOtherKg the same with the potentials of the other side
/// @param wholeOnOtherKg without the boundary's share, with the potentials of the other side
/// @param wholeKg without the boundary's share
/// @param share that all of them have; empty where they differ
/// @param quantity what was done; empty where it is not one sum
/// @param factors ids and versions of those of the library, and the stated ones as they are
///   written; empty for stated figures
/// @param supply of purchased energy by market; empty of anything else
record Side(
        BigDecimal countedKg,
        BigDecimal countedOnOtherKg,
        BigDecimal wholeKg,
        BigDecimal wholeOnOtherKg,
        Optional<BigDecimal> share,
        Optional<Quantity> quantity,
        SortedSet<String> factors,
        Optional<Supply> supply) {

    static final int DECIMALS = 12;

    private static final String EMISSION = "emission";

    /// Whether all there is to it is attributes that were sold.
    boolean isSale() {
        return supply.filter(Supply::sale).isPresent();
    }

    boolean isStated() {
        return factors.isEmpty();
    }

    /// A side while its results are read.
    static final class Sum {

        private final GwpSet own;
        private final GwpSet other;
        private final Potentials potentials;
        private BigDecimal counted = BigDecimal.ZERO;
        private BigDecimal countedOnOther = BigDecimal.ZERO;
        private BigDecimal whole = BigDecimal.ZERO;
        private BigDecimal wholeOnOther = BigDecimal.ZERO;
        private final SortedSet<BigDecimal> shares = new TreeSet<>();
        private final SortedSet<String> factors = new TreeSet<>();
        private Optional<Quantity> quantity = Optional.empty();
        private boolean oneQuantity = true;
        private Optional<Supply> supply = Optional.empty();
        private boolean isSupply = true;

        Sum(GwpSet own, GwpSet other, Potentials potentials) {
            this.own = own;
            this.other = other;
            this.potentials = potentials;
        }

        void add(ResultContent result) {
            BigDecimal kilograms = result.result().kgCo2e();
            BigDecimal share = share(result);
            BigDecimal onOther = kilograms.add(change(result, own, other, potentials));
            BigDecimal figure = figure(result);
            counted = counted.add(kilograms);
            countedOnOther = countedOnOther.add(onOther);
            whole = whole.add(figure);
            wholeOnOther =
                    wholeOnOther.add(
                            onOther.compareTo(kilograms) == 0
                                    ? figure
                                    : onOther.divide(share, DECIMALS, RoundingMode.HALF_EVEN));
            shares.add(share.stripTrailingZeros());
            factors.addAll(Side.factors(result));
            addQuantity(result);
            addSupply(result);
        }

        private void addSupply(ResultContent result) {
            Optional<Supply> its = Supply.of(result);
            isSupply &= its.isPresent();
            supply =
                    isSupply
                            ? its.map(more -> supply.map(more::plus).orElse(more))
                            : Optional.empty();
        }

        private void addQuantity(ResultContent result) {
            List<CalculationTrace> steps = emissions(result.trace());
            Optional<Quantity> its =
                    steps.size() == 1 ? amount(steps.getFirst().inputs()) : Optional.empty();
            oneQuantity &=
                    its.isPresent()
                            && quantity.map(sum -> sum.unit().compatibleWith(its.get().unit()))
                                    .orElse(true);
            quantity =
                    oneQuantity
                            ? its.map(more -> quantity.map(sum -> sum.plus(more)).orElse(more))
                            : Optional.empty();
        }

        Side side() {
            return new Side(
                    counted,
                    countedOnOther,
                    whole,
                    wholeOnOther,
                    shares.size() == 1 ? Optional.of(shares.getFirst()) : Optional.empty(),
                    quantity,
                    factors,
                    supply);
        }
    }

    private static List<String> factors(ResultContent result) {
        String id = result.result().factorId();
        return id != null
                ? List.of(id + "@" + result.result().factorVersion())
                : emissions(result.trace()).stream()
                        .flatMap(step ->
                                Stream.ofNullable(step.inputs().get(MethodRule.EMISSION_FACTOR)))
                        .toList();
    }

    private static BigDecimal share(ResultContent result) {
        return result.step(Consolidation.STEP)
                .map(step -> new BigDecimal(step.inputs().getOrDefault(Consolidation.SHARE, "1")))
                .orElse(BigDecimal.ONE);
    }

    private static BigDecimal figure(ResultContent result) {
        return result.step(Consolidation.STEP)
                .flatMap(step -> read(step.inputs().get(Consolidation.FIGURE)))
                .map(Quantity::value)
                .orElseGet(() -> result.result().kgCo2e());
    }

    /// What other potentials make of its gases; a CO2e its source states stays as it is.
    private static BigDecimal change(
            ResultContent result, GwpSet own, GwpSet other, Potentials potentials) {
        if (own == other || !own.name().equals(result.basis())) {
            return BigDecimal.ZERO;
        }
        BigDecimal change = BigDecimal.ZERO;
        for (InventoryView.Gas gas : result.gases()) {
            Optional<BigDecimal> before =
                    potentials.of(gas.gas(), own).map(Potentials.Potential::value);
            Optional<BigDecimal> after =
                    potentials.of(gas.gas(), other).map(Potentials.Potential::value);
            if (before.isPresent() && after.isPresent()) {
                change = change.add(gas.kg().multiply(after.get().subtract(before.get())));
            }
        }
        return change;
    }

    /// Versions locked in earlier days call the amount of a factor of the library `activity`.
    private static Optional<Quantity> amount(Map<String, String> inputs) {
        return read(inputs.get("amount")).or(() -> read(inputs.get("activity")));
    }

    static List<CalculationTrace> emissions(CalculationTrace trace) {
        var steps = new ArrayList<CalculationTrace>();
        if (trace.step().equals(EMISSION)) {
            steps.add(trace);
        }
        trace.children().forEach(child -> steps.addAll(emissions(child)));
        return steps;
    }

    /// A quantity as traces write it: number, blank, symbol.
    static Optional<Quantity> read(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(written -> written.split(" ", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new Quantity(new BigDecimal(parts[0]), Unit.parse(parts[1])));
    }
}

package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netzero.emissions.factor.CalculationRefused;
import org.netzero.emissions.factor.Density;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorChoice;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.factor.FactorQuery;
import org.netzero.emissions.factor.GasIntensity;
import org.netzero.emissions.factor.Potentials;
import org.netzero.emissions.factor.UnitNotOfFactor;
import org.netzero.quantities.Co2e;
import org.netzero.quantities.Dimension;
import org.netzero.quantities.GasMass;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Intensity;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Activity × factor → masses of gases → CO2e on one GWP set, with the way to it.
///
/// @param moneyTables for money of another currency or year than a factor's
/// @param gwpSet the set in which gases become CO2e; a factor that only gives CO2e keeps its own
/// @param choices how a factor is chosen among those of the library
public record Calculator(
        FactorLibrary library,
        GwpSet gwpSet,
        MoneyTables moneyTables,
        Choices choices,
        Tracing tracing) {

    private static final int DECIMALS_OF_A_KILOGRAM = 12;

    /// Keeps the way to each figure.
    public Calculator(FactorLibrary library, GwpSet gwpSet, MoneyTables moneyTables) {
        this(library, gwpSet, moneyTables, library::choose, Tracing.KEPT);
    }

    /// Without exchange rates and price indices.
    public Calculator(FactorLibrary library, GwpSet gwpSet) {
        this(library, gwpSet, MoneyTables.NONE);
    }

    /// The emission of an activity by its method: inputs → amount → factor → CO2e. The factor is
    /// the stated one, else one of the library; an amount that is CO2e needs none.
    ///
    /// @throws CalculationRefused naming the rule that keeps the emission from being calculated
    public Calculated calculate(ActivityData data, FactorQuery query) {
        if (data.method().isEmpty() && data.inputs().isEmpty()) {
            return calculate(data.quantity(), query);
        }
        StockLeakage leakage = StockLeakage.of(data, library);
        ActivityData.Amount amount = leakage.data().amount(tracing);
        Calculated calculated =
                data.statedFactor()
                        .map(factor -> byStatedFactor(amount.quantity(), factor))
                        .or(() -> takenOver(amount.quantity()))
                        .orElseGet(() -> calculate(fitted(amount.quantity(), query), query));
        return byMethod(data, leakage, amount, calculated);
    }

    private Calculated byMethod(
            ActivityData data,
            StockLeakage leakage,
            ActivityData.Amount amount,
            Calculated calculated) {
        CalculationMethod method = data.method().orElseThrow();
        var flags = new ArrayList<>(calculated.flags());
        flags.addAll(leakage.flags());
        if (method == CalculationMethod.AMORTISED_EMBODIED) {
            flags.add(Calculated.AMORTISED);
        }
        return new Calculated(
                calculated.emission(),
                calculated.factor(),
                flags,
                tracing.trace(() -> byMethod(method, data, leakage, amount, calculated.trace())));
    }

    private static CalculationTrace byMethod(
            CalculationMethod method,
            ActivityData data,
            StockLeakage leakage,
            ActivityData.Amount amount,
            CalculationTrace emission) {
        CalculationTrace.Inputs inputs =
                CalculationTrace.from()
                        .with("method", method)
                        .with("clause", method.rule().clause())
                        .with("quantity", data.quantity());
        data.inputs().values().forEach(inputs::with);
        var steps = new ArrayList<>(leakage.steps());
        steps.addAll(amount.steps());
        steps.add(emission);
        return inputs.step("method", method.rule().formula(), emission.output(), steps);
    }

    private Calculated byStatedFactor(Quantity amount, Intensity factor) {
        if (!amount.unit().compatibleWith(factor.per())) {
            throw new InputRefused(
                    MethodRule.EMISSION_FACTOR,
                    "INCOMPATIBLE_UNIT",
                    "%s cannot be multiplied with %s".formatted(amount, factor));
        }
        Quantity co2e = factor.times(amount).to(Unit.KG_CO2E);
        return stated(
                co2e,
                List.of(Calculated.STATED_FACTOR, Calculated.GWP_SET_NOT_STATED),
                tracing.trace(() ->
                        CalculationTrace.from()
                                .with("amount", amount)
                                .with(MethodRule.EMISSION_FACTOR, factor)
                                .step("emission", "amount × stated factor", co2e)));
    }

    private Optional<Calculated> takenOver(Quantity amount) {
        if (amount.unit().dimension() != Dimension.CO2E_MASS) {
            return Optional.empty();
        }
        Quantity co2e = amount.to(Unit.KG_CO2E);
        return Optional.of(
                stated(
                        co2e,
                        List.of(Calculated.GWP_SET_NOT_STATED),
                        tracing.trace(() ->
                                CalculationTrace.from()
                                        .with("amount", amount)
                                        .step("emission", "the amount is CO2e", co2e))));
    }

    private static Calculated stated(Quantity co2e, List<String> flags, CalculationTrace trace) {
        var emission = new Emission(co2e.value(), Optional.empty(), false, List.of(), List.of());
        return new Calculated(emission, Optional.empty(), flags, trace);
    }

    /// Kilometres of persons as passenger-kilometres, nights as room-nights, where the factors are
    /// for those and for nothing else.
    private Quantity fitted(Quantity amount, FactorQuery query) {
        return Optional.of(amount)
                .filter(own -> !hasFactorFor(own.unit(), query))
                .flatMap(own -> perPerson(own.unit()).map(unit -> new Quantity(own.value(), unit)))
                .filter(other -> hasFactorFor(other.unit(), query))
                .orElse(amount);
    }

    private boolean hasFactorFor(Unit unit, FactorQuery query) {
        return query.pinned()
                .flatMap(library::find)
                .map(factor -> unit.compatibleWith(factor.per()))
                .orElseGet(() -> library.hasFactorFor(query.activity(), unit));
    }

    /// The unit of an amount of persons: passenger-kilometres of kilometres, room-nights of nights.
    public static Optional<Unit> perPerson(Unit unit) {
        return switch (unit) {
            case KM -> Optional.of(Unit.PKM);
            case MI -> Optional.of(Unit.PASSENGER_MILE);
            case COUNT -> Optional.of(Unit.ROOM_NIGHT);
            default -> Optional.empty();
        };
    }

    /// @throws CalculationRefused naming the rule that keeps the emission from being calculated
    public Calculated calculate(Quantity quantity, FactorQuery query) {
        FactorChoice choice = choices.choose(query.withAmount(quantity));
        var flags = new ArrayList<String>();
        Steps steps = tracing.steps();
        steps.add(() -> selection(query, choice));
        if (choice.carriedForward()) {
            flags.add(Calculated.CARRIED_FORWARD);
        }
        Quantity amount =
                quantity.unit().dimension().isMoney()
                        ? inMoneyOf(choice.factor(), quantity, query.on().getYear(), steps, flags)
                        : inUnitOf(choice.factor(), quantity, steps, flags);
        Emission emission = emission(choice.factor(), amount, steps);
        if (emission.basis().isEmpty()) {
            flags.add(Calculated.GWP_SET_NOT_STATED);
        }
        CalculationTrace trace =
                tracing.trace(() ->
                        CalculationTrace.from()
                                .with("amount", quantity)
                                .with("factor", choice.factor().id())
                                .with("gwpSet", gwpSet)
                                .step(
                                        "emission",
                                        "amount × factor → mass of each gas; × GWP → CO2e",
                                        new Quantity(emission.kilograms(), Unit.KG_CO2E),
                                        steps.list()));
        return new Calculated(emission, Optional.of(choice.factor()), flags, trace);
    }

    private static CalculationTrace selection(FactorQuery query, FactorChoice choice) {
        EmissionFactor factor = choice.factor();
        CalculationTrace.Inputs inputs =
                CalculationTrace.from()
                        .with("activity", query.activity())
                        .with("purpose", factor.purpose())
                        .with("regions", String.join(" > ", query.regions()))
                        .with("on", query.on())
                        .with("asAt", query.asAt())
                        .with("validity", factor.validity())
                        .with("version", factor.version())
                        .with("publisher", factor.source().publisher())
                        .with("source", factor.source().document())
                        .with("confidence", factor.source().confidence())
                        .with("choice", String.join("; ", choice.reasons()));
        factor.priceBasis().ifPresent(basis -> inputs.with("prices", basis));
        factor.supersedes().ifPresent(corrected -> inputs.with("supersedes", corrected));
        return inputs.step(
                "factor",
                query.pinned().isPresent()
                        ? "pinned: the factor the record names, valid on the day"
                        : "most specific region with a factor valid on the day, newest publication known at asAt, higher value",
                factor.id());
    }

    private Quantity inMoneyOf(
            EmissionFactor factor, Quantity money, int spentIn, Steps steps, List<String> flags) {
        MoneyTables.Converted converted = moneyTables.convert(money, spentIn, factor, steps);
        if (converted.converted()) {
            flags.add(Calculated.MONEY_CONVERTED);
        }
        if (!converted.pricesConverted()) {
            flags.add(Calculated.PRICE_YEAR_DIFFERS);
        }
        return converted.money();
    }

    private Quantity inUnitOf(
            EmissionFactor factor, Quantity quantity, Steps steps, List<String> flags) {
        if (quantity.unit().compatibleWith(factor.per())) {
            return quantity;
        }
        if (quantity.unit().dimension() == Dimension.ENERGY
                && FactorLibrary.isCalorific(factor.per().dimension())) {
            return onBasisOf(factor, quantity, steps, flags);
        }
        Density density =
                library.densityOf(factor.activity())
                        .filter(known -> quantity.unit().dimension() == Dimension.VOLUME)
                        .filter(known -> known.intensity().unit().compatibleWith(factor.per()))
                        .orElseThrow(() -> new UnitNotOfFactor(quantity, factor));
        Quantity mass = density.intensity().times(quantity);
        flags.add(Calculated.ESTIMATED_DENSITY);
        steps.add(() ->
                CalculationTrace.from()
                        .with("volume", quantity)
                        .with("density", density.intensity())
                        .with("assumption", density.id())
                        .with("provenance", density.provenance())
                        .with("source", density.source())
                        .step("density", "volume × density", mass));
        return mass;
    }

    private static Quantity onBasisOf(
            EmissionFactor factor, Quantity quantity, Steps steps, List<String> flags) {
        Dimension basis = factor.per().dimension();
        Quantity energy =
                quantity.unit()
                        .onCalorificBasis(basis)
                        .map(unit -> new Quantity(quantity.value(), unit))
                        .orElseGet(() ->
                                new Quantity(quantity.to(Unit.KWH).value(), basis.baseUnit()));
        flags.add(Calculated.ASSUMED_CALORIFIC_BASIS);
        steps.add(() ->
                CalculationTrace.from()
                        .with("energy", quantity)
                        .with("assumption", "the basis of the factor, as the quantity names none")
                        .step("calorific basis", "energy on the basis of the factor", energy));
        return energy;
    }

    private Emission emission(EmissionFactor factor, Quantity amount, Steps steps) {
        BigDecimal kilograms = BigDecimal.ZERO;
        Optional<GwpSet> basis = Optional.of(gwpSet);
        var gases = new ArrayList<GasMass>();
        var otherGases = new ArrayList<GasMass>();
        for (GasIntensity gas : factor.gases()) {
            Quantity mass = gas.intensity().times(amount);
            if (gas.isTotal()) {
                basis = gas.gwpSet();
                steps.add(() ->
                        gasStep(gas, amount, mass + gas.gwpSet().map(s -> " " + s).orElse("")));
                kilograms = kilograms.add(mass.to(Unit.KG_CO2E).value());
            } else if (gas.isInCo2e()) {
                GasMass released = released(gas, mass);
                gases.add(released);
                kilograms = kilograms.add(restated(released, gas, mass, amount, steps));
            } else if (Potentials.isOutsideScopes(gas.gas())) {
                otherGases.add(GasMass.of(gas.gas(), mass));
                steps.add(() -> gasStep(gas, amount, mass + ", outside the scopes"));
            } else {
                GasMass released = GasMass.of(gas.gas(), mass);
                gases.add(released);
                kilograms = kilograms.add(warming(released, gas, amount, steps).kilograms());
            }
        }
        boolean co2Only = factor.gases().stream().allMatch(gas -> gas.gas().equals("CO2"));
        return new Emission(kilograms, basis, co2Only, gases, otherGases);
    }

    /// The mass behind a CO2e: what the source multiplied with the GWP of its set.
    private GasMass released(GasIntensity gas, Quantity co2e) {
        GwpSet set = gas.gwpSet().orElseThrow();
        BigDecimal gwp = potential(gas.gas(), set).value();
        if (gwp.signum() == 0) {
            throw NoPotential.ofZero(gas.gas(), set);
        }
        return new GasMass(
                gas.gas(),
                co2e.to(Unit.KG_CO2E)
                        .value()
                        .divide(gwp, DECIMALS_OF_A_KILOGRAM, RoundingMode.HALF_EVEN));
    }

    /// On the source's own set its CO2e stands as stated; on another it is made from the mass.
    private BigDecimal restated(
            GasMass released, GasIntensity gas, Quantity stated, Quantity amount, Steps steps) {
        if (gas.gwpSet().equals(Optional.of(gwpSet))) {
            steps.add(() -> gasStep(gas, amount, stated));
            return stated.to(Unit.KG_CO2E).value();
        }
        return warming(released, gas, amount, steps).kilograms();
    }

    private Potentials.Potential potential(String gas, GwpSet set) {
        return library.potentials().of(gas, set).orElseThrow(() -> new NoPotential(gas, set));
    }

    private Co2e warming(GasMass released, GasIntensity gas, Quantity amount, Steps steps) {
        Potentials.Potential potential = potential(gas.gas(), gwpSet);
        Co2e co2e = released.toCo2e(potential.value(), gwpSet);
        steps.add(() ->
                CalculationTrace.from()
                        .with("mass", released)
                        .with("gwp", potential.value().toPlainString())
                        .with("source", potential.source())
                        .step(
                                "co2e of " + gas.gas(),
                                "mass × GWP",
                                co2e,
                                List.of(gasStep(gas, amount, released))));
        return co2e;
    }

    private static CalculationTrace gasStep(GasIntensity gas, Quantity amount, Object mass) {
        return CalculationTrace.from()
                .with("amount", amount)
                .with("intensity", gas.intensity())
                .step("mass of " + gas.gas(), "amount × intensity", mass);
    }
}

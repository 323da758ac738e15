package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.netzero.emissions.factor.EquipmentType;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.factor.LeakageRate;

/// The leakage rate of a charge of refrigerant: the stated one, else the table's for the kind of
/// equipment. The table gives a range, whose upper end is taken: it is the one meant for developing
/// countries, and where another fits better nothing is counted too low.
///
/// @param data with a leakage rate, if its method takes one
/// @param steps what the rate comes from
record StockLeakage(ActivityData data, List<CalculationTrace> steps, List<String> flags) {

    static final String EQUIPMENT = "equipment";
    static final String RATE = "leakageRate";
    static final String YEAR_SHARE = "yearShare";
    static final String MONTHS = "months";

    /// @throws InputRefused if nobody states a rate, and the library knows none
    static StockLeakage of(ActivityData data, FactorLibrary library) {
        Optional<InputValue> stated = data.inputs().find(RATE);
        if (!(data.inputs().find(EQUIPMENT).orElse(null)
                instanceof InputValue.Equipment equipment)) {
            return new StockLeakage(data, List.of(), List.of());
        }
        LeakageRate known =
                library.leakageRateOf(equipment.type())
                        .orElseThrow(() -> unknown(equipment.type()));
        return stated.map(rate -> ofStated(data, known, rate))
                .orElseGet(() -> ofTable(data, known));
    }

    private static InputRefused unknown(EquipmentType type) {
        return new InputRefused(
                RATE, "REQUIRED", "No leakage rate of %s is known; state one".formatted(type));
    }

    private static StockLeakage ofTable(ActivityData data, LeakageRate known) {
        var rate = new InputValue.Ratio(known.operationPercent().to(), true);
        return new StockLeakage(
                data.with(RATE, rate),
                List.of(
                        inputs(known)
                                .step(
                                        "leakage rate",
                                        "upper end of the range, as nobody states a rate",
                                        rate)),
                List.of(Calculated.DEFAULT_LEAKAGE_RATE));
    }

    private static StockLeakage ofStated(ActivityData data, LeakageRate known, InputValue rate) {
        boolean plausible =
                rate instanceof InputValue.Ratio ratio
                        && known.operationPercent().contains(percent(ratio));
        return new StockLeakage(
                data,
                List.of(
                        inputs(known)
                                .step("leakage rate", "stated, in place of the table's", rate)),
                plausible ? List.of() : List.of(Calculated.LEAKAGE_RATE_OUTSIDE_RANGE));
    }

    private static BigDecimal percent(InputValue.Ratio ratio) {
        return ratio.number().movePointRight(2);
    }

    private static CalculationTrace.Inputs inputs(LeakageRate known) {
        return CalculationTrace.from()
                .with(EQUIPMENT, known.name())
                .with("range", known.operationPercent() + " % of the charge in a year")
                .with("table", known.id())
                .with("publisher", known.publisher())
                .with("source", known.source());
    }

    /// The time in operation is a share of the year or a number of months.
    static Optional<InputRefused> statedTwice(MethodInputs inputs) {
        return inputs.find(YEAR_SHARE).isPresent() && inputs.find(MONTHS).isPresent()
                ? Optional.of(
                        new InputRefused(
                                MONTHS,
                                "STATED_TWICE",
                                "the time in operation is stated as '%s' too; leave one out"
                                        .formatted(YEAR_SHARE)))
                : Optional.empty();
    }
}

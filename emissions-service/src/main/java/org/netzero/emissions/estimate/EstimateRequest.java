package org.netzero.emissions.estimate;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.ActivityData;
import org.netzero.emissions.calculation.Calculated;
import org.netzero.emissions.calculation.CalculationMethod;
import org.netzero.emissions.calculation.Calculator;
import org.netzero.emissions.calculation.MethodInputs;
import org.netzero.emissions.calculation.Tracing;
import org.netzero.emissions.factor.CalculationRefused;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.factor.FactorQuery;
import org.netzero.emissions.factor.Purpose;
import org.netzero.emissions.factor.Regions;
import org.netzero.emissions.method.StatedInput;
import org.netzero.emissions.method.StatedInputs;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.quantities.Dimension;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Quantity;

/// One item of a batch of estimates.
///
/// @param region empty: the world
/// @param on the day of the activity; empty: today
/// @param purpose empty: what the activity is usually accounted by
record EstimateRequest(
        @Nullable String activity,
        @Nullable QuantityText quantity,
        @Nullable String region,
        @Nullable String on,
        @Nullable String purpose,
        @Nullable String gwpSet,
        @Nullable String factorId,
        @Nullable String method,
        @Nullable Map<String, @Nullable StatedInput> inputs) {

    record QuantityText(@Nullable String value, @Nullable String unit) {}

    /// @throws InvalidInput if the item breaks a rule of its form
    /// @throws CalculationRefused if its emission cannot be calculated
    Calculated calculate(Calculator usual, LocalDate today) {
        FactorLibrary library = usual.library();
        var fields = Fields.of(this);
        Optional<String> written = fields.text("activity");
        Optional<Quantity> amount = fields.quantity("quantity.value", "quantity.unit");
        if (amount.isPresent() && amount.get().isNegative()) {
            fields.refuse(
                    "quantity.value", "NEGATIVE_QUANTITY", "%s is below 0".formatted(amount.get()));
        }
        LocalDate day = fields.optionalDate("on").orElse(today);
        Optional<Purpose> wanted = fields.optionalOneOf("purpose", Purpose.class);
        Optional<GwpSet> set = fields.optionalOneOf("gwpSet", GwpSet.class);
        Optional<String> pinned = fields.optionalText("factorId");
        Optional<String> place = fields.optionalText("region");
        Optional<CalculationMethod> by = fields.optionalOneOf("method", CalculationMethod.class);
        MethodInputs stated = StatedInputs.read(fields, inputs == null ? Map.of() : inputs);
        Optional<ActivityData> data = amount.map(a -> new ActivityData(by, a, stated));
        data.ifPresent(d -> d.refusals().forEach(r -> StatedInputs.refuse(fields, r)));
        fields.refuseIfInvalid();
        String key = key(data.orElseThrow(), written.orElseThrow(), library);
        FactorQuery query =
                new FactorQuery(
                        key,
                        wanted.or(() -> by.flatMap(m -> m.rule().purpose()))
                                .or(() ->
                                        pinned.flatMap(library::find).map(EmissionFactor::purpose))
                                .orElseGet(() -> library.usualPurpose(key)),
                        library.regions().path(place.orElse(Regions.WORLD)),
                        day,
                        today,
                        pinned);
        return new Calculator(library, set.orElse(usual.gwpSet()), usual.moneyTables())
                .calculate(data.orElseThrow(), query);
    }

    /// A stated factor and an amount of CO2e need no activity of the library.
    private static String key(ActivityData data, String written, FactorLibrary library) {
        boolean free =
                data.method().isPresent()
                        && (data.statedFactor().isPresent()
                                || data.amount(Tracing.LEFT_OUT).quantity().unit().dimension()
                                        == Dimension.CO2E_MASS);
        return free ? FactorLibrary.key(written) : library.activity(written);
    }
}

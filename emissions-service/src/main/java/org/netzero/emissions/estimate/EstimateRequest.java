package org.netzero.emissions.estimate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.Calculated;
import org.netzero.emissions.calculation.Calculator;
import org.netzero.emissions.factor.CalculationRefused;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.factor.FactorQuery;
import org.netzero.emissions.factor.Purpose;
import org.netzero.emissions.factor.Regions;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.InvalidInput;
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
        @Nullable String factorId) {

    record QuantityText(@Nullable String value, @Nullable String unit) {}

    /// @throws InvalidInput if the item breaks a rule of its form
    /// @throws CalculationRefused if its emission cannot be calculated
    Calculated calculate(FactorLibrary library, GwpSet usual, LocalDate today) {
        Fields fields = fields();
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
        fields.refuseIfInvalid();
        String key = library.activity(written.orElseThrow());
        FactorQuery query =
                new FactorQuery(
                        key,
                        wanted.or(() -> pinned.flatMap(library::find).map(EmissionFactor::purpose))
                                .orElseGet(() -> library.usualPurpose(key)),
                        library.regions().path(place.orElse(Regions.WORLD)),
                        day,
                        today,
                        pinned);
        return new Calculator(library, set.orElse(usual)).calculate(amount.orElseThrow(), query);
    }

    private Fields fields() {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("activity", activity);
        values.put("quantity.value", quantity == null ? null : quantity.value());
        values.put("quantity.unit", quantity == null ? null : quantity.unit());
        values.put("region", region);
        values.put("on", on);
        values.put("purpose", purpose);
        values.put("gwpSet", gwpSet);
        values.put("factorId", factorId);
        return new Fields(values);
    }
}

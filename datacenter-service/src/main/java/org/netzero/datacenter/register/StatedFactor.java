package org.netzero.datacenter.register;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Fields;

/// An emission factor as a client states it.
///
/// @param kgCo2ePerKwh kg CO2e per kWh
/// @param source document and place; no factor counts without one
public record StatedFactor(@Nullable String kgCo2ePerKwh, @Nullable String source) {

    /// A factor with its source.
    public record Factor(BigDecimal kgCo2ePerKwh, String source) {}

    /// The factor in a field of a body that [Fields#of(Record)] took apart; empty where neither
    /// value nor source is stated.
    public static Optional<Factor> read(Fields fields, String field) {
        String valueField = field + ".kgCo2ePerKwh";
        String sourceField = field + ".source";
        Optional<BigDecimal> value = fields.optionalDecimal(valueField);
        Optional<String> source = fields.optionalText(sourceField);
        if (value.isPresent() && value.get().signum() < 0) {
            return fields.refuse(valueField, "NEGATIVE", "'%s' is below 0".formatted(value.get()));
        }
        if (value.isPresent() && source.isEmpty()) {
            return fields.refuse(
                    sourceField, "REQUIRED", "is required: a factor without a source counts not");
        }
        if (value.isEmpty() && source.isPresent()) {
            return fields.refuse(valueField, "REQUIRED", "is required beside its source");
        }
        return value.map(kg -> new Factor(kg, source.orElseThrow()));
    }
}

package org.netzero.gateway.roadmap.scenario;

import java.math.BigDecimal;
import java.util.Optional;
import org.netzero.platform.input.Fields;

/// Whole numbers in rows: years and counts.
final class Whole {

    private Whole() {}

    /// The number as an integer; notes a violation where it has a fraction or too many digits.
    static Optional<Integer> read(Fields fields, String field, Optional<BigDecimal> number) {
        return number.flatMap(value -> {
            try {
                return Optional.of(value.intValueExact());
            } catch (ArithmeticException notWhole) {
                return fields.refuse(
                        field,
                        "NOT_WHOLE",
                        "'%s' is not a whole number".formatted(value.toPlainString()));
            }
        });
    }
}

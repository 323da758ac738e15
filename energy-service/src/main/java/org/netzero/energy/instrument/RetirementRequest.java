package org.netzero.energy.instrument;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Fields;

/// The retirement of an allocation as somebody tells of it.
///
/// @param on the day it was retired; today when left out
/// @param evidence the registry's serial numbers, a statement of retirement
record RetirementRequest(@Nullable String on, @Nullable String evidence) {

    record Order(LocalDate on, Optional<String> evidence) {}

    Order order(LocalDate today) {
        Fields fields = Fields.of(this);
        Optional<LocalDate> day = StepRequest.day(fields, today);
        Optional<String> said = fields.optionalText("evidence");
        fields.refuseIfInvalid();
        return new Order(day.orElse(today), said);
    }
}

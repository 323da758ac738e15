package org.netzero.energy.instrument;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Fields;

/// A step of an instrument as somebody tells of it.
///
/// @param step `BOUGHT`, `EXPIRED` or `TRANSFERRED`
/// @param quantity how much is handed on, with `TRANSFERRED` only
/// @param on the day it happened; today when left out
/// @param note evidence, or a reason
record StepRequest(
        @Nullable String step,
        InstrumentRequest.@Nullable EnergyRequest quantity,
        @Nullable String on,
        @Nullable String note) {

    /// The steps that somebody tells of by themselves; the others come with registering and
    /// allocating.
    enum Told {
        BOUGHT,
        EXPIRED,
        TRANSFERRED
    }

    record Order(Told step, Optional<StatedEnergy> quantity, LocalDate on, Optional<String> note) {}

    Order order(LocalDate today) {
        Fields fields = Fields.of(this);
        Optional<Told> told = fields.oneOf("step", Told.class);
        Optional<LocalDate> day = day(fields, today);
        Optional<String> said = fields.optionalText("note");
        Optional<StatedEnergy> energy = Optional.empty();
        if (told.filter(step -> step == Told.TRANSFERRED).isPresent()) {
            energy = StatedEnergy.read(fields, "quantity.value", "quantity.unit");
        } else if (quantity != null) {
            fields.refuse(
                    "quantity",
                    "NOT_APPLICABLE",
                    "%s is a step of all that is left; leave quantity out".formatted(step));
        }
        fields.refuseIfInvalid();
        return new Order(told.orElseThrow(), energy, day.orElse(today), said);
    }

    /// A day until today.
    static Optional<LocalDate> day(Fields fields, LocalDate today) {
        return fields.optionalDate("on")
                .flatMap(day ->
                        day.isAfter(today)
                                ? fields.refuse(
                                        "on",
                                        "IN_THE_FUTURE",
                                        "'%s' lies in the future".formatted(day))
                                : Optional.of(day));
    }
}

package org.netzero.energy.calendar;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.netzero.energy.balance.Series;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.quantities.Quantity;

/// Reads an expectation from the fields of a row or of a JSON object.
///
/// @param rule the field of the accrual rule's name
/// @param months the field of the months it averages
/// @param value the field of the stated quantity's number
/// @param unit the field of its unit
record ExpectationFields(String rule, String months, String value, String unit) {

    static final Columns COLUMNS =
            Columns.of(
                            "siteId: The site, by its id",
                            "carrier: What the figure is about",
                            "source: Where it comes from or goes to; not every source is possible for every carrier",
                            "from: First day figures are expected of; a month or year stands for its first day",
                            "to?: First day none are expected of any more",
                            "frequency: How long a period each figure is of",
                            "owner: Who sees to it: a name or a mail address",
                            "dueDays: Days after the end of the period until it is due, 0 to 366",
                            "accrual?: What may stand in for a missing figure; NONE when left out",
                            "accrualMonths?: Of AVERAGE_OF_LAST_MONTHS: how many, 1 to 24",
                            "accrualQuantity?: Of STATED: the amount that stands in",
                            "accrualUnit?: Of STATED: its unit")
                    .withValues("carrier", EnergyCarrier.values())
                    .withValues("source", EnergySource.values())
                    .withValues("frequency", Frequency.values())
                    .withValues("accrual", AccrualMethod.values());

    static final ExpectationFields OF_ROW =
            new ExpectationFields("accrual", "accrualMonths", "accrualQuantity", "accrualUnit");
    static final ExpectationFields OF_JSON =
            new ExpectationFields(
                    "accrual.rule",
                    "accrual.months",
                    "accrual.quantity.value",
                    "accrual.quantity.unit");

    /// @throws InvalidInput with everything that is wrong
    Expectation read(Fields fields) {
        Optional<Series> series = series(fields);
        Optional<LocalDate> from = fields.period("from").map(Period::start);
        Optional<LocalDate> to =
                fields.optionalText("to").isEmpty()
                        ? Optional.empty()
                        : fields.period("to").map(Period::start);
        Optional<Frequency> frequency = fields.oneOf("frequency", Frequency.class);
        Optional<String> owner = fields.text("owner");
        Optional<Integer> dueDays =
                fields.decimal("dueDays")
                        .flatMap(number ->
                                whole(fields, "dueDays", number, 0, Expectation.MOST_DUE_DAYS));
        Optional<AccrualRule> accrual = accrual(fields, series);
        if (from.isPresent() && to.filter(end -> !end.isAfter(from.get())).isPresent()) {
            fields.refuse(
                    "to",
                    "END_NOT_AFTER_START",
                    "'%s' is not after '%s'; it is the first month or day that nothing is expected of any more"
                            .formatted(to.get(), from.get()));
        }
        fields.refuseIfInvalid();
        return new Expectation(
                series.orElseThrow(),
                from.orElseThrow(),
                to,
                frequency.orElseThrow(),
                owner.orElseThrow(),
                dueDays.orElseThrow(),
                accrual.orElseThrow());
    }

    /// The line that `siteId`, `carrier` and `source` name.
    static Optional<Series> series(Fields fields) {
        Optional<String> siteId = fields.id("siteId");
        Optional<EnergyCarrier> carrier = fields.oneOf("carrier", EnergyCarrier.class);
        Optional<EnergySource> source = fields.oneOf("source", EnergySource.class);
        if (carrier.isPresent()
                && source.filter(from -> !from.isPossibleFor(carrier.get())).isPresent()) {
            return fields.refuse(
                    "source",
                    "SOURCE_NOT_POSSIBLE",
                    "'%s' is not possible for %s; use one of %s"
                            .formatted(
                                    source.get(),
                                    carrier.get(),
                                    EnergySource.possibleFor(carrier.get())));
        }
        return siteId.flatMap(
                id -> carrier.flatMap(of -> source.map(from -> new Series(id, of, from))));
    }

    private Optional<AccrualRule> accrual(Fields fields, Optional<Series> series) {
        boolean named = fields.optionalText(rule).isPresent();
        Optional<AccrualMethod> name =
                named ? fields.oneOf(rule, AccrualMethod.class) : Optional.of(AccrualMethod.NONE);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        AccrualMethod of = name.get();
        refuseUnless(of == AccrualMethod.AVERAGE_OF_LAST_MONTHS, fields, months, of);
        refuseUnless(of == AccrualMethod.STATED, fields, value, of);
        refuseUnless(of == AccrualMethod.STATED, fields, unit, of);
        return switch (of) {
            case NONE -> Optional.of(new AccrualRule.None());
            case SAME_PERIOD_LAST_YEAR -> Optional.of(new AccrualRule.SamePeriodLastYear());
            case AVERAGE_OF_LAST_MONTHS ->
                    fields.decimal(months)
                            .flatMap(number ->
                                    whole(
                                            fields,
                                            months,
                                            number,
                                            1,
                                            AccrualRule.AverageOfLastMonths.MOST_MONTHS))
                            .map(AccrualRule.AverageOfLastMonths::new);
            case STATED ->
                    fields.quantity(value, unit)
                            .flatMap(quantity -> possible(fields, series, quantity))
                            .map(AccrualRule.Stated::new);
        };
    }

    private static void refuseUnless(
            boolean possible, Fields fields, String field, AccrualMethod rule) {
        if (!possible && fields.optionalText(field).isPresent()) {
            fields.refuse(field, "NOT_APPLICABLE", "is no part of the rule %s".formatted(rule));
        }
    }

    private Optional<Quantity> possible(Fields fields, Optional<Series> series, Quantity quantity) {
        if (quantity.isNegative()) {
            return fields.refuse(
                    value, "NEGATIVE_QUANTITY", "'%s' is negative".formatted(quantity));
        }
        Optional<EnergyCarrier> carrier = series.map(Series::carrier);
        return carrier.isEmpty() || carrier.get().isMeteredIn(quantity.unit())
                ? Optional.of(quantity)
                : fields.refuse(
                        unit,
                        "WRONG_UNIT",
                        "'%s' is no unit of %s; use one of %s"
                                .formatted(quantity.unit(), carrier.get(), carrier.get().units()));
    }

    private static Optional<Integer> whole(
            Fields fields, String field, BigDecimal number, int least, int most) {
        boolean isWhole = number.stripTrailingZeros().scale() <= 0;
        boolean within =
                number.compareTo(BigDecimal.valueOf(least)) >= 0
                        && number.compareTo(BigDecimal.valueOf(most)) <= 0;
        return isWhole && within
                ? Optional.of(number.intValueExact())
                : fields.refuse(
                        field,
                        "OUT_OF_RANGE",
                        "'%s' is no whole number from %d to %d"
                                .formatted(number.toPlainString(), least, most));
    }
}

package org.netzero.emissions.inventory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.quantities.GwpSet;

/// Which inventory somebody asks for.
///
/// @param gwpSet empty: the organisation's
/// @param asAt empty: today
record InventoryQuery(int year, Optional<GwpSet> gwpSet, Optional<LocalDate> asAt) {

    static InventoryQuery read(Period period, @Nullable String gwp, @Nullable String asAt) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("gwp", gwp);
        values.put("asAt", asAt);
        var fields = new Fields(values);
        Optional<Integer> year = year(fields, period);
        Optional<GwpSet> gwpSet = fields.optionalOneOf("gwp", GwpSet.class);
        Optional<LocalDate> day = fields.optionalText("asAt").flatMap(text -> day(fields, text));
        fields.refuseIfInvalid();
        return new InventoryQuery(year.orElseThrow(), gwpSet, day);
    }

    private static Optional<Integer> year(Fields fields, Period period) {
        return period.isYear() ? Optional.of(period.start().getYear()) : notAYear(fields, period);
    }

    private static Optional<Integer> notAYear(Fields fields, Period period) {
        return fields.refuse(
                "period",
                "NOT_A_YEAR",
                "'%s' is no year; an inventory covers a calendar year such as %d"
                        .formatted(period, period.start().getYear()));
    }

    private static Optional<LocalDate> day(Fields fields, String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? OffsetDateTime.parse(text)
                                    .withOffsetSameInstant(ZoneOffset.UTC)
                                    .toLocalDate()
                            : LocalDate.parse(text));
        } catch (DateTimeException malformed) {
            return fields.refuse(
                    "asAt",
                    "NOT_A_DATE",
                    "'%s' is no date such as 2024-04-12 and no instant".formatted(text));
        }
    }
}

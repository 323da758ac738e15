package org.netzero.emissions.inventory;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.ResultId;
import org.netzero.emissions.organization.Organization.ConsolidationApproach;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.quantities.GwpSet;

/// Which inventory somebody asks for.
///
/// @param gwpSet empty: the organisation's
/// @param asAt empty: today
/// @param approach of consolidation; empty: the organisation's
/// @param version a stored one, which stands on a basis of its own
record InventoryQuery(
        int year,
        Optional<GwpSet> gwpSet,
        Optional<LocalDate> asAt,
        Optional<ConsolidationApproach> approach,
        Optional<Integer> version) {

    private static final int MOST_VERSION_DIGITS = 6;

    /// The year's inventory as the organisation draws it up.
    static InventoryQuery usual(int year) {
        return new InventoryQuery(
                year, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    InventoryQuery ofVersion(Optional<Integer> stored) {
        return new InventoryQuery(year, gwpSet, asAt, approach, stored);
    }

    boolean isUsual() {
        return equals(usual(year));
    }

    boolean isOnBasisOf(InventoryView stored) {
        return gwpSet.map(set -> set == stored.gwpSet()).orElse(true)
                && approach.map(its -> its == stored.consolidationApproach()).orElse(true);
    }

    /// What may be asked beside the period.
    static final class Parameters {
        @QueryParam("gwp")
        @Nullable String gwp;

        @QueryParam("asAt")
        @Nullable String asAt;

        @QueryParam("approach")
        @Nullable String approach;

        @QueryParam("version")
        @Nullable String version;
    }

    static InventoryQuery read(Period period, Parameters asked) {
        if (asked.version != null
                && (asked.gwp != null || asked.asAt != null || asked.approach != null)) {
            throw new InvalidInput(
                    "version",
                    "VERSION_HAS_ITS_BASIS",
                    "version %s was stored on a basis of its own; leave out gwp, asAt and approach"
                            .formatted(asked.version));
        }
        return read(period, asked.gwp, asked.asAt, asked.approach)
                .ofVersion(Optional.ofNullable(asked.version).map(InventoryQuery::version));
    }

    /// The inventory that a result belongs to, whose year and GWP set its id names.
    static InventoryQuery of(ResultId result, Parameters asked) {
        InventoryQuery query = read(Period.ofYear(result.year()), asked);
        return new InventoryQuery(
                query.year(),
                Optional.of(result.gwpSet()),
                query.asAt(),
                query.approach(),
                query.version());
    }

    /// A version as a parameter names it.
    private static int version(String text) {
        if (!text.matches("[1-9][0-9]{0,%d}".formatted(MOST_VERSION_DIGITS - 1))) {
            throw new InvalidInput(
                    "version",
                    "NOT_A_VERSION",
                    "'%s' is no version; write 1, 2, …".formatted(text));
        }
        return Integer.parseInt(text);
    }

    private static InventoryQuery read(
            Period period, @Nullable String gwp, @Nullable String asAt, @Nullable String approach) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("gwp", gwp);
        values.put("asAt", asAt);
        values.put("approach", approach);
        var fields = new Fields(values);
        Optional<Integer> year = year(fields, period);
        Optional<GwpSet> gwpSet = fields.optionalOneOf("gwp", GwpSet.class);
        Optional<LocalDate> day = fields.optionalText("asAt").flatMap(text -> day(fields, text));
        Optional<ConsolidationApproach> its =
                fields.optionalOneOf("approach", ConsolidationApproach.class);
        fields.refuseIfInvalid();
        return new InventoryQuery(year.orElseThrow(), gwpSet, day, its, Optional.empty());
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
            LocalDate day =
                    text.contains("T")
                            ? OffsetDateTime.parse(text)
                                    .withOffsetSameInstant(ZoneOffset.UTC)
                                    .toLocalDate()
                            : LocalDate.parse(text);
            return fields.isWithinYears("asAt", day, day) ? Optional.of(day) : Optional.empty();
        } catch (DateTimeException malformed) {
            return fields.refuse(
                    "asAt",
                    "NOT_A_DATE",
                    "'%s' is no date such as 2024-04-12 and no instant".formatted(text));
        }
    }
}

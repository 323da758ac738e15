package org.netzero.datacenter.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.effectiveness.Effectiveness;
import org.netzero.datacenter.effectiveness.IndicatorFlag;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.indicator.FacilityIndicators.Measured;
import org.netzero.platform.input.Period;

/// The data of `datacenter.indicator`: PUE of a data centre or the fleet over a month or a year.
///
/// @param statedPue what a report states, beside a measured figure
@JsonInclude(JsonInclude.Include.NON_NULL)
record IndicatorTold(
        String subject,
        @Nullable String siteId,
        Period period,
        Span granularity,
        Origin provenance,
        @Nullable BigDecimal pue,
        @Nullable BigDecimal statedPue,
        @Nullable BigDecimal facilityKwh,
        @Nullable BigDecimal itKwh,
        @Nullable Long pairedHours,
        @Nullable BigDecimal inputKwh,
        @Nullable BigDecimal inputHours,
        @Nullable BigDecimal itCapacityKw,
        @Nullable Long measuredHours,
        @Nullable Long expectedHours,
        @Nullable BigDecimal completeness,
        List<IndicatorFlag> flags,
        long version) {

    static final String TOPIC = "datacenter.indicator";
    static final String TYPE = "org.netzero.datacenter.indicator-calculated.v1";

    enum Span {
        MONTH,
        YEAR
    }

    enum Origin {
        MEASURED,
        STATED
    }

    static IndicatorTold measured(
            Facility facility, Period period, Measured measured, @Nullable BigDecimal statedPue) {
        Effectiveness effectiveness = measured.effectiveness();
        return new IndicatorTold(
                facility.datacenterId(),
                facility.siteId(),
                period,
                spanOf(period),
                Origin.MEASURED,
                effectiveness.pue().orElse(null),
                statedPue,
                effectiveness.facilityKwh().orElse(null),
                effectiveness.itKwh().orElse(null),
                effectiveness.pairedHours(),
                effectiveness.input().map(Effectiveness.Input::kwh).orElse(null),
                effectiveness.input().map(Effectiveness.Input::hours).orElse(null),
                facility.itCapacityKw().orElse(null),
                effectiveness.measuredHours(),
                effectiveness.expectedHours(),
                effectiveness.completeness().orElse(null),
                measured.flags().stream().sorted(Comparator.comparing(Enum::name)).toList(),
                0);
    }

    static IndicatorTold stated(
            String subject, @Nullable String siteId, Period period, BigDecimal pue) {
        return new IndicatorTold(
                subject,
                siteId,
                period,
                spanOf(period),
                Origin.STATED,
                pue,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                0);
    }

    private static Span spanOf(Period period) {
        return period.isYear() ? Span.YEAR : Span.MONTH;
    }

    IndicatorTold withVersion(long told) {
        return new IndicatorTold(
                subject,
                siteId,
                period,
                granularity,
                provenance,
                pue,
                statedPue,
                facilityKwh,
                itKwh,
                pairedHours,
                inputKwh,
                inputHours,
                itCapacityKw,
                measuredHours,
                expectedHours,
                completeness,
                flags,
                told);
    }

    String key() {
        return subject + "/" + period;
    }
}

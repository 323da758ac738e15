package org.netzero.datacenter.indicator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.effectiveness.Boundary;
import org.netzero.datacenter.effectiveness.Effectiveness;
import org.netzero.datacenter.effectiveness.Footprint;
import org.netzero.datacenter.effectiveness.GridFactor;
import org.netzero.datacenter.effectiveness.IndicatorFlag;
import org.netzero.datacenter.effectiveness.Missing;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.indicator.FacilityIndicators.Supplied;
import org.netzero.datacenter.profile.ReportingProfile;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// How the indicators of one interval came about. Exact decimals, as in the accounts.
///
/// @param conversionFactors by which carriers are brought to one: every metered kWh counts as it is
record TraceView(
        String datacenterId,
        String siteId,
        Instant start,
        Instant end,
        String pueName,
        @Nullable BigDecimal designPue,
        @Nullable String meteredPart,
        Boundary boundary,
        long expectedHours,
        long measuredHours,
        @Nullable BigDecimal completeness,
        @Nullable BigDecimal gapShare,
        List<IndicatorFlag> flags,
        String formulaVersion,
        String conversionFactors,
        List<ExplainedView> indicators,
        @JsonIgnore Table table)
        implements Tabular {

    private static final List<String> COLUMNS =
            List.of(
                    "indicator",
                    "value",
                    "unit",
                    "hours",
                    "formula",
                    "formulaVersion",
                    "input",
                    "inputValue",
                    "inputUnit",
                    "missing");

    /// One indicator.
    ///
    /// @param hours that are whole in every series of it
    record ExplainedView(
            String indicator,
            @Nullable BigDecimal value,
            String unit,
            String standard,
            String formulaVersion,
            String formula,
            long hours,
            List<InputView> inputs,
            List<FactorView> factors,
            List<InstrumentView> instruments,
            List<MissingView> missing) {}

    /// @param value null where it is not known
    record InputView(String name, @Nullable BigDecimal value, String unit) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FactorView(
            String kind,
            BigDecimal kgCo2ePerKwh,
            @Nullable String gwpSet,
            @Nullable Boolean co2Only,
            @Nullable String id,
            @Nullable String version,
            @Nullable String region,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable Boolean carriedForward,
            @Nullable String publisher,
            String source) {

        static FactorView of(GridFactor factor) {
            return new FactorView(
                    factor.method().name(),
                    factor.kgCo2ePerKwh(),
                    factor.gwpSet().orElse(null),
                    factor.co2Only().orElse(null),
                    factor.factorId(),
                    factor.factorVersion(),
                    factor.region(),
                    factor.start(),
                    factor.end(),
                    factor.carriedForward(),
                    factor.publisher(),
                    factor.source());
        }

        static FactorView ofFuel(BigDecimal kgCo2ePerKwh, String source) {
            return new FactorView(
                    "FUEL",
                    kgCo2ePerKwh,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    source);
        }
    }

    /// @param kwh what of it covers electricity of the interval
    record InstrumentView(
            String allocationId,
            String instrumentId,
            String kind,
            BigDecimal kwh,
            BigDecimal kgCo2ePerKwh,
            boolean retired,
            @Nullable String evidence) {

        static InstrumentView of(Footprint.Covering covering) {
            return new InstrumentView(
                    covering.instrument().allocationId(),
                    covering.instrument().instrumentId(),
                    covering.instrument().kind(),
                    covering.kwh(),
                    covering.instrument().kgCo2ePerKwh(),
                    covering.instrument().retired(),
                    covering.instrument().evidence().orElse(null));
        }
    }

    record MissingView(String code, String message) {

        static MissingView of(Missing missing) {
            return new MissingView(missing.name(), Explanation.text(missing));
        }
    }

    /// @param heatByFlow whether the heat handed over is known by flow and temperatures
    static TraceView of(
            Facility facility, Supplied supplied, ReportingProfile profile, boolean heatByFlow) {
        Effectiveness effectiveness = supplied.measured().effectiveness();
        List<ExplainedView> indicators =
                new Explanation(facility, supplied, profile, heatByFlow).indicators();
        return new TraceView(
                facility.datacenterId(),
                facility.siteId(),
                supplied.measured().start(),
                supplied.measured().end(),
                IndicatorView.pueName(facility, supplied.flags()),
                profile.designPue(),
                profile.meteredPart(),
                profile.side(),
                effectiveness.expectedHours(),
                effectiveness.measuredHours(),
                orNull(effectiveness.completeness()),
                orNull(effectiveness.gapShare()),
                List.copyOf(supplied.flags()),
                Formula.VERSION,
                Formula.CONVERSION_FACTORS,
                indicators,
                new Table(COLUMNS, indicators.stream().flatMap(one -> rows(one).stream())));
    }

    private static @Nullable BigDecimal orNull(Optional<BigDecimal> value) {
        return value.orElse(null);
    }

    private static List<List<@Nullable Object>> rows(ExplainedView one) {
        return one.inputs().stream()
                .map(input ->
                        Table.row(
                                one.indicator(),
                                one.value(),
                                one.unit(),
                                one.hours(),
                                one.formula(),
                                one.formulaVersion(),
                                input.name(),
                                input.value(),
                                input.unit(),
                                Explanation.text(one.missing())))
                .toList();
    }
}

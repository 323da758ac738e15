package org.netzero.datacenter.indicator;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportFile;
import org.netzero.platform.imports.ImportOutcome;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;
import org.netzero.quantities.Fraction;

@Path("/api/imports/stated-indicators")
@RunOnVirtualThread
class StatedIndicatorResource {

    private static final Columns COLUMNS =
            Columns.of(
                            "subject: The data centre, by its id, or fleet for all of them",
                            "indicator: Which indicator it is",
                            "period: A year or a month: 2021, 2021-03",
                            "value: The figure; at least 1 of PUE",
                            "unit: 1 or % of ratios; L/kWh of WUE; kgCO2e/kWh of CUE; kWh, kW, m3, degC of the others",
                            Columns.EVIDENCE)
                    .withValues("indicator", StatedIndicator.Name.values())
                    .withCorrections();

    /// Kept of a figure that was converted.
    private static final int DECIMALS = 12;

    private final StatedIndicators stated;

    StatedIndicatorResource(StatedIndicators stated) {
        this.stated = stated;
    }

    @POST
    @Consumes({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public ImportOutcome importStated(ImportFile file) {
        return new Import<>(COLUMNS, StatedIndicatorResource::read, stated::addAll).run(file);
    }

    @GET
    @Path("template")
    @Produces({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Columns template() {
        return COLUMNS;
    }

    @GET
    @Path("columns")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Columns.ColumnsView columns() {
        return COLUMNS.view();
    }

    static StatedIndicator read(Fields fields) {
        Optional<String> subject = fields.id("subject");
        Optional<StatedIndicator.Name> indicator =
                fields.oneOf("indicator", StatedIndicator.Name.class);
        Optional<Period> period = fields.period("period");
        period.filter(p -> !p.isYear() && !p.isMonth())
                .ifPresent(p ->
                        fields.refuse(
                                "period",
                                "NOT_A_YEAR_OR_MONTH",
                                "'%s' is neither a year 2021 nor a month 2021-03".formatted(p)));
        Optional<BigDecimal> value = fields.decimal("value");
        Optional<String> unit = fields.text("unit");
        Optional<String> evidence = fields.optionalText("evidence");
        Optional<Stated> told =
                indicator.flatMap(name ->
                        value.flatMap(number ->
                                unit.flatMap(symbol -> inOwnUnit(fields, name, number, symbol))));
        indicator.ifPresent(
                name -> told.ifPresent(figure -> checkRange(fields, name, figure.value())));
        if (subject.filter(StatedIndicator.FLEET::equals).isPresent()) {
            indicator
                    .filter(name -> !name.mayBeOfFleet())
                    .ifPresent(name ->
                            fields.refuse(
                                    "subject",
                                    "NOT_APPLICABLE",
                                    "%s is a figure of one data centre, not of the fleet; name the data centre"
                                            .formatted(name)));
        }
        fields.refuseIfInvalid();
        Optional<String> supersedes =
                fields.supersedes(
                        StatedIndicator.id(
                                subject.orElseThrow(),
                                indicator.orElseThrow(),
                                period.orElseThrow()));
        fields.refuseIfInvalid();
        return new StatedIndicator(
                subject.orElseThrow(),
                indicator.orElseThrow(),
                period.orElseThrow(),
                told.orElseThrow().value(),
                told.orElseThrow().unit(),
                evidence,
                supersedes);
    }

    /// A figure with its unit.
    record Stated(BigDecimal value, String unit) {}

    /// Notes when the unit is none of the indicator's.
    private static Optional<Stated> inOwnUnit(
            Fields fields, StatedIndicator.Name indicator, BigDecimal value, String unit) {
        Map<String, Fraction> units = indicator.units();
        if (units.isEmpty()) {
            return Optional.of(new Stated(value, unit));
        }
        Fraction size = units.get(unit);
        if (size == null) {
            fields.refuse(
                    "unit",
                    "UNIT_DOES_NOT_FIT",
                    "'%s' is no unit of %s; use one of %s"
                            .formatted(unit, indicator, String.join(", ", units.keySet())));
            return Optional.empty();
        }
        return Optional.of(
                size.equals(Fraction.ONE)
                        ? new Stated(value, unit)
                        : new Stated(
                                value.multiply(new BigDecimal(size.numerator()))
                                        .divide(
                                                new BigDecimal(size.denominator()),
                                                DECIMALS,
                                                RoundingMode.HALF_EVEN),
                                indicator.ownUnit()));
    }

    private static void checkRange(
            Fields fields, StatedIndicator.Name indicator, BigDecimal value) {
        if (indicator == StatedIndicator.Name.PUE && value.compareTo(BigDecimal.ONE) < 0) {
            fields.refuse(
                    "value",
                    "PUE_BELOW_ONE",
                    "'%s' is below 1; a facility uses at least what its IT uses".formatted(value));
        } else if (value.signum() < 0 && !indicator.mayBeNegative()) {
            fields.refuse("value", "NEGATIVE", "'%s' is below 0".formatted(value));
        } else if (indicator.isShare() && value.compareTo(BigDecimal.ONE) > 0) {
            fields.refuse(
                    "value",
                    "ABOVE_ONE",
                    "'%s' is above 1, and %s is a part of a whole; state percent with the unit %%"
                            .formatted(value.toPlainString(), indicator));
        }
    }
}

package org.netzero.datacenter.indicator;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.math.BigDecimal;
import java.util.Optional;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportFile;
import org.netzero.platform.imports.ImportOutcome;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;

@Path("/api/imports/stated-indicators")
@RunOnVirtualThread
class StatedIndicatorResource {

    private static final Columns COLUMNS =
            Columns.of("subject", "indicator", "period", "value", "unit", "evidence?")
                    .withCorrections();

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

    private static StatedIndicator read(Fields fields) {
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
        if (indicator.isPresent() && value.isPresent()) {
            checkRange(fields, indicator.get(), value.get());
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
                value.orElseThrow(),
                unit.orElseThrow(),
                evidence,
                supersedes);
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
        }
    }
}

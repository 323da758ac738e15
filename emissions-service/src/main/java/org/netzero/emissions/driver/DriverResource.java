package org.netzero.emissions.driver;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportFile;
import org.netzero.platform.imports.ImportOutcome;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.quantities.Unit;

@Path("/api")
@RunOnVirtualThread
class DriverResource {

    private static final Columns COLUMNS =
            Columns.of(
                            "driver: What emissions are set against",
                            "period: A year, month or span: 2021, 2021-03",
                            "value: The amount, not negative",
                            "unit: Money as CNY or million CNY; count of staff; m2 of area; kWh or MWh of energy",
                            Columns.EVIDENCE)
                    .withValues("driver", Driver.values())
                    .withCorrections();

    private final Drivers drivers;

    DriverResource(Drivers drivers) {
        this.drivers = drivers;
    }

    /// A value as the API shows it.
    record DriverView(
            Driver driver,
            String period,
            BigDecimal value,
            String unit,
            @Nullable String evidence,
            @Nullable String supersedes) {

        static DriverView of(DriverValue value) {
            return new DriverView(
                    value.driver(),
                    value.period().toString(),
                    value.value(),
                    value.unit(),
                    value.evidence().orElse(null),
                    value.supersedes().orElse(null));
        }

        String id() {
            return driver + "/" + period;
        }

        private List<@Nullable Object> row() {
            return Table.row(driver, period, value, unit, evidence, supersedes);
        }
    }

    @GET
    @Path("emissions/drivers")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Page<DriverView> list(@BeanParam AskedPeriod asked, @BeanParam PageQuery page) {
        return Listing.of(views(asked.optional()), DriverView::id, COLUMNS.all(), DriverView::row)
                .page(page);
    }

    @POST
    @Path("imports/drivers")
    @Consumes({Table.CSV, Table.XLSX})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public ImportOutcome post(ImportFile file) {
        return new Import<DriverValue>(COLUMNS, DriverResource::read, drivers::state).run(file);
    }

    @GET
    @Path("imports/drivers/template")
    @Produces({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Columns template() {
        return COLUMNS;
    }

    @GET
    @Path("imports/drivers/columns")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Columns.ColumnsView columns() {
        return COLUMNS.view();
    }

    private List<DriverView> views(Optional<Period> period) {
        return drivers.list(period).stream().map(DriverView::of).toList();
    }

    private static DriverValue read(Fields fields) {
        Optional<Driver> driver = fields.oneOf("driver", Driver.class);
        Optional<Period> period = fields.period("period");
        Optional<BigDecimal> value = fields.decimal("value");
        if (value.isPresent() && value.get().signum() < 0) {
            fields.refuse("value", "NEGATIVE_QUANTITY", "'%s' is below 0".formatted(value.get()));
        }
        Optional<String> unit = fields.text("unit").flatMap(text -> unit(fields, text));
        Optional<String> evidence = fields.optionalText("evidence");
        fields.refuseIfInvalid();
        Optional<String> supersedes =
                fields.supersedes(DriverValue.id(driver.orElseThrow(), period.orElseThrow()));
        fields.refuseIfInvalid();
        return new DriverValue(
                driver.orElseThrow(),
                period.orElseThrow(),
                value.orElseThrow(),
                unit.orElseThrow(),
                evidence,
                supersedes);
    }

    private static Optional<String> unit(Fields fields, String unit) {
        return Money.parse(unit).isPresent() || Unit.symbols().contains(unit)
                ? Optional.of(unit)
                : fields.refuse(
                        "unit",
                        "UNKNOWN_UNIT",
                        "'%s' is no unit; write money as CNY or million CNY, or one of %s"
                                .formatted(unit, Unit.symbols()));
    }
}

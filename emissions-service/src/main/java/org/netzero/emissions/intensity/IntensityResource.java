package org.netzero.emissions.intensity;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.driver.Driver;
import org.netzero.emissions.driver.DriverValue;
import org.netzero.emissions.driver.Drivers;
import org.netzero.emissions.inventory.ShownInventories;
import org.netzero.emissions.problem.EmissionsProblem;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Problem;

@Path("/api/emissions/intensity")
@RunOnVirtualThread
class IntensityResource {

    private final ShownInventories inventories;
    private final Drivers drivers;

    IntensityResource(ShownInventories inventories, Drivers drivers) {
        this.inventories = inventories;
        this.drivers = drivers;
    }

    /// Emissions per one driver, or per each that is stated for the year.
    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Transactional
    public IntensityView get(
            @BeanParam AskedPeriod asked, @QueryParam("driver") @Nullable String driver) {
        Period period = asked.required();
        if (!period.isYear()) {
            throw new InvalidInput(
                    "period",
                    "NOT_A_YEAR",
                    "'%s' is no year; an inventory covers a calendar year such as %d"
                            .formatted(period, period.start().getYear()));
        }
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("driver", driver);
        var fields = new Fields(values);
        Optional<Driver> one = fields.optionalOneOf("driver", Driver.class);
        fields.refuseIfInvalid();
        List<DriverValue> stated =
                drivers.list(Optional.of(period)).stream()
                        .filter(value -> one.map(its -> its == value.driver()).orElse(true))
                        .toList();
        int year = period.start().getYear();
        if (stated.isEmpty()) {
            throw new NoDriverValue(one.map(Enum::name).orElse("Drivers"), year);
        }
        return IntensityView.of(inventories.current(year), stated);
    }

    @ServerExceptionMapper
    Response none(NoDriverValue none) {
        return Problem.of(EmissionsProblem.NO_DRIVER_VALUE, String.valueOf(none.getMessage()))
                .response();
    }
}

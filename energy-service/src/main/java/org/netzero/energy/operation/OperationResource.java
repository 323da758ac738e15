package org.netzero.energy.operation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.meter.HourlySeries;
import org.netzero.energy.report.Granularity;
import org.netzero.energy.report.HourlyQuestions;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.Sites;
import org.netzero.energy.storage.Storage;
import org.netzero.energy.storage.Storages;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;

@Path("/api/energy/storages/{storageId}/operation")
@Tag(name = "Storage")
@RunOnVirtualThread
class OperationResource {

    private final Storages storages;
    private final Sites sites;
    private final HourlySeries series;
    private final StorageOperations operations;
    private final HourlyQuestions questions;

    OperationResource(
            Storages storages,
            Sites sites,
            HourlySeries series,
            StorageOperations operations,
            HourlyQuestions questions) {
        this.storages = storages;
        this.sites = sites;
        this.series = series;
        this.operations = operations;
        this.questions = questions;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "getStorageOperation",
            summary = "What a storage took in, gave back, lost and held")
    @APIResponse(responseCode = "200", description = "The period, and its parts")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    @APIResponse(responseCode = "404", description = "No storage has this id")
    @APIResponse(responseCode = "503", description = "As many hours as may be are being read")
    public OperationView operation(
            String storageId,
            @BeanParam AskedPeriod asked,
            @Parameter(description = "hour, day, month or year")
                    @QueryParam("granularity")
                    @DefaultValue("month")
                    String granularity,
            @Parameter(description = "What it held when the period began, as it showed itself, kWh")
                    @QueryParam("stateOfChargeBeforeKwh")
                    @Nullable String before,
            @Parameter(description = "What it held when the period ended, as it showed itself, kWh")
                    @QueryParam("stateOfChargeAfterKwh")
                    @Nullable String after) {
        Period period = asked.required();
        Granularity parts = Granularity.named(granularity, EnumSet.allOf(Granularity.class));
        parts.partsOf(period);
        Storage storage = storages.get(storageId);
        StorageOperations.Stated stated = stated(storage, before, after);
        Site site = sites.get(storage.siteId());
        return questions.answer(() ->
                OperationView.of(
                        operations.of(
                                storage, site, period, series.ofSite(period, site, 1), stated),
                        period,
                        parts,
                        site.timeZone()));
    }

    private static StorageOperations.Stated stated(
            Storage storage, @Nullable String before, @Nullable String after) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("stateOfChargeBeforeKwh", before);
        values.put("stateOfChargeAfterKwh", after);
        var fields = new Fields(values);
        var stated =
                new StorageOperations.Stated(
                        held(fields, "stateOfChargeBeforeKwh", storage),
                        held(fields, "stateOfChargeAfterKwh", storage));
        fields.refuseIfInvalid();
        return stated;
    }

    private static Optional<BigDecimal> held(Fields fields, String field, Storage storage) {
        return fields.optionalDecimal(field)
                .flatMap(kwh ->
                        kwh.signum() >= 0 && kwh.compareTo(storage.usableCapacityKwh()) <= 0
                                ? Optional.of(kwh)
                                : fields.refuse(
                                        field,
                                        "OUTSIDE_CAPACITY",
                                        "'%s' is not between 0 and the usable capacity of %s kWh"
                                                .formatted(
                                                        kwh.toPlainString(),
                                                        storage.usableCapacityKwh()
                                                                .toPlainString())));
    }
}

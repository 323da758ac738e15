package org.netzero.energy.consumption;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.Sites;
import org.netzero.platform.idempotency.NewIds;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

@Path("/api/energy/records")
@Tag(name = "Energy")
@RunOnVirtualThread
class EnergyRecordResource {

    private static final int MAX_RECORDS = 10_000;

    private final EnergyRecords records;
    private final EnergyRecordRepository stored;
    private final Sites sites;
    private final SecurityIdentity identity;
    private final NewIds newIds;

    EnergyRecordResource(
            EnergyRecords records,
            EnergyRecordRepository stored,
            Sites sites,
            SecurityIdentity identity,
            NewIds newIds) {
        this.records = records;
        this.stored = stored;
        this.sites = sites;
        this.identity = identity;
        this.newIds = newIds;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Operation(
            operationId = "storeEnergyRecords",
            summary = "Store energy records, all of them or none",
            description =
                    "The same id with the same content is a duplicate. A correction is a record that names the id it"
                            + " supersedes, under a new id or the same; what it supersedes stays on file and counts no more.")
    @APIResponse(responseCode = "200", description = "Every record was stored before")
    @APIResponse(responseCode = "201", description = "Stored; says what became of each record")
    @APIResponse(responseCode = "400", description = "A record breaks a rule; nothing is stored")
    @APIResponse(responseCode = "409", description = "An id is taken by other content")
    public Response store(List<EnergyRecordRequest> request) {
        List<EnergyRecord> read = read(request);
        StoredView view =
                StoredView.of(read, records.storeAll(read, Caller.of(identity).subject()));
        return Response.status(view.accepted() > 0 ? 201 : 200).entity(view).build();
    }

    private List<EnergyRecord> read(List<EnergyRecordRequest> requests) {
        if (requests.size() > MAX_RECORDS) {
            throw new InvalidInput(
                    "",
                    "RECORD_COUNT",
                    "%d records; send at most %d, or import a file"
                            .formatted(requests.size(), MAX_RECORDS));
        }
        var records = new ArrayList<EnergyRecord>();
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < requests.size(); i++) {
            String place = "[" + i + "]";
            try {
                records.add(requests.get(i).record(newIds::next));
            } catch (InvalidInput invalid) {
                invalid.violations().forEach(v -> violations.add(v.within(place)));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return records;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "listEnergyRecords",
            summary = "The records that stand, in the order they were stored")
    @APIResponse(responseCode = "200", description = "One page of records")
    @APIResponse(responseCode = "400", description = "A parameter breaks a rule")
    public Page<EnergyRecordView> list(
            @BeanParam AskedPeriod asked,
            @BeanParam RecordsQuery query,
            @BeanParam PageQuery page) {
        EnergyRecordRepository.Filter filter = query.filter(asked.optional());
        return new Listing<EnergyRecordView>(
                        (cursor, count) -> views(stored.after(sequence(cursor), count, filter)),
                        EnergyRecordView::cursor,
                        EnergyRecordFields.COLUMNS.all(),
                        EnergyRecordView::row)
                .page(page);
    }

    private List<EnergyRecordView> views(List<EnergyRecordEntity> records) {
        Map<String, Site> places =
                sites.named(records.stream().map(record -> record.siteId).toList());
        return records.stream()
                .map(record ->
                        EnergyRecordView.of(
                                record,
                                Optional.ofNullable(places.get(record.siteId))
                                        .orElseThrow()
                                        .timeZone()))
                .toList();
    }

    private static long sequence(Optional<String> cursor) {
        try {
            return Long.parseLong(cursor.orElse("0"));
        } catch (NumberFormatException malformed) {
            throw new InvalidInput(
                    "cursor", "NOT_A_CURSOR", "'%s' is no nextCursor".formatted(cursor.orElse("")));
        }
    }
}

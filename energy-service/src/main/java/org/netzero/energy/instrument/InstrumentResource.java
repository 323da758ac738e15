package org.netzero.energy.instrument;

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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.netzero.platform.idempotency.NewIds;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

@Path("/api/energy/instruments")
@Tag(name = "Instruments")
@RunOnVirtualThread
class InstrumentResource {

    private static final int MAX_INSTRUMENTS = 10_000;

    private final Instruments instruments;
    private final InstrumentTable stored;
    private final StepTable steps;
    private final SecurityIdentity identity;
    private final NewIds newIds;
    private final Clock clock;

    InstrumentResource(
            Instruments instruments,
            InstrumentTable stored,
            StepTable steps,
            SecurityIdentity identity,
            NewIds newIds,
            Clock clock) {
        this.instruments = instruments;
        this.stored = stored;
        this.steps = steps;
        this.identity = identity;
        this.newIds = newIds;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Operation(
            operationId = "registerInstruments",
            summary = "Register certificates and contracts, all of them or none",
            description =
                    "The same id with the same content is a duplicate. A correction names the id it supersedes. A contract"
                            + " whose certificateId names a certificate is one claim with it.")
    @APIResponse(responseCode = "200", description = "Every instrument was registered before")
    @APIResponse(responseCode = "201", description = "Stored; says what became of each")
    @APIResponse(responseCode = "400", description = "One breaks a rule; nothing is stored")
    @APIResponse(responseCode = "409", description = "One contradicts what is on file")
    public Response register(List<InstrumentRequest> request) {
        List<RegisteredInstrument> read = read(request);
        StoredInstrumentsView view =
                StoredInstrumentsView.of(read, instruments.storeAll(read, caller()));
        return Response.status(view.accepted() > 0 ? 201 : 200).entity(view).build();
    }

    private List<RegisteredInstrument> read(List<InstrumentRequest> requests) {
        if (requests.size() > MAX_INSTRUMENTS) {
            throw new InvalidInput(
                    "",
                    "RECORD_COUNT",
                    "%d instruments; send at most %d, or import a file"
                            .formatted(requests.size(), MAX_INSTRUMENTS));
        }
        var read = new ArrayList<RegisteredInstrument>();
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < requests.size(); i++) {
            String place = "[" + i + "]";
            try {
                read.add(requests.get(i).instrument(newIds::next));
            } catch (InvalidInput invalid) {
                invalid.violations().forEach(v -> violations.add(v.within(place)));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return read;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "listInstruments",
            summary = "The instruments that stand, in the order they were registered")
    @APIResponse(responseCode = "200", description = "One page of instruments")
    @APIResponse(responseCode = "400", description = "A parameter breaks a rule")
    public Page<InstrumentView> list(@BeanParam InstrumentsQuery query, @BeanParam PageQuery page) {
        InstrumentTable.Filter filter = query.filter();
        return new Listing<InstrumentView>(
                        (cursor, count) ->
                                stored.after(sequence(cursor), count, filter).stream()
                                        .map(InstrumentView::of)
                                        .toList(),
                        InstrumentView::cursor,
                        InstrumentView.COLUMNS,
                        InstrumentView::row)
                .page(page);
    }

    @GET
    @Path("/{instrumentId}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "getInstrument",
            summary = "One instrument: what is allocated, retired, expired and left of it")
    @APIResponse(responseCode = "200", description = "The instrument")
    @APIResponse(responseCode = "404", description = "No instrument has this id")
    public InstrumentView get(String instrumentId) {
        return InstrumentView.of(one(instrumentId));
    }

    @POST
    @Path("/{instrumentId}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Operation(
            operationId = "takeInstrumentStep",
            summary = "Tell that an instrument was bought, expired, or handed on to somebody else",
            description =
                    "What expires is all that was not retired; allocations of it are withdrawn. What is handed on can be"
                            + " claimed no more.")
    @APIResponse(responseCode = "200", description = "The instrument after the step")
    @APIResponse(responseCode = "400", description = "A field breaks a rule")
    @APIResponse(responseCode = "404", description = "No instrument has this id")
    @APIResponse(responseCode = "409", description = "The step is not possible now")
    public InstrumentView step(String instrumentId, StepRequest request) {
        StepRequest.Order order = request.order(today());
        switch (order.step()) {
            case BOUGHT -> instruments.buy(instrumentId, order.on(), order.note(), caller());
            case EXPIRED -> instruments.expire(instrumentId, order.on(), order.note(), caller());
            case TRANSFERRED ->
                    instruments.transfer(
                            instrumentId,
                            order.quantity().orElseThrow(),
                            order.on(),
                            order.note(),
                            caller());
        }
        return InstrumentView.of(one(instrumentId));
    }

    @GET
    @Path("/{instrumentId}/steps")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "listInstrumentSteps",
            summary = "What happened to an instrument, when, and who said so")
    @APIResponse(responseCode = "200", description = "One page of steps")
    @APIResponse(responseCode = "404", description = "No instrument has this id")
    public Page<StepView> steps(String instrumentId, @BeanParam PageQuery page) {
        String id = one(instrumentId).instrument().instrumentId();
        return new Listing<StepView>(
                        (cursor, count) ->
                                steps.after(id, sequence(cursor), count).stream()
                                        .map(StepView::of)
                                        .toList(),
                        StepView::cursor,
                        StepView.COLUMNS,
                        StepView::row)
                .page(page);
    }

    private InstrumentTable.Listed one(String instrumentId) {
        return stored.one(instrumentId).orElseThrow(() -> new UnknownInstrument(instrumentId));
    }

    /// The place in a list that a cursor names.
    static long sequence(Optional<String> cursor) {
        try {
            return Long.parseLong(cursor.orElse("0"));
        } catch (NumberFormatException malformed) {
            throw new InvalidInput(
                    "cursor", "NOT_A_CURSOR", "'%s' is no nextCursor".formatted(cursor.orElse("")));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private String caller() {
        return Caller.of(identity).subject();
    }
}

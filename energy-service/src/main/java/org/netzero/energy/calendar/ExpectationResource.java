package org.netzero.energy.calendar;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.netzero.energy.balance.Series;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.Fields;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;

@Path(ExpectationResource.PATH)
@Tag(name = "Collection")
@RunOnVirtualThread
class ExpectationResource {

    static final String PATH = "/api/energy/collection/expectations";

    private static final String LINE = "/{siteId}/{carrier}/{source}";

    private final Expectations expectations;
    private final SecurityIdentity identity;

    ExpectationResource(Expectations expectations, SecurityIdentity identity) {
        this.expectations = expectations;
        this.identity = identity;
    }

    @PUT
    @Path(LINE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Operation(
            operationId = "putExpectation",
            summary = "State which figures are expected of a site, carrier and source",
            description =
                    "It takes the place of what was stated before of its first day and of all later ones; what was stated stays in the history.")
    @APIResponse(responseCode = "200", description = "Something was expected; this is now")
    @APIResponse(responseCode = "201", description = "Nothing was expected before")
    @APIResponse(responseCode = "400", description = "A field breaks a rule; violations names it")
    @APIResponse(responseCode = "404", description = "No site has this id")
    public Response put(String siteId, String carrier, String source, ExpectationRequest request) {
        Expectation expectation = request.expectation(siteId, carrier, source);
        Expectations.Registration done =
                expectations.put(expectation, Caller.of(identity).subject());
        Series series = expectation.series();
        return Response.status(done == Expectations.Registration.NEW ? 201 : 200)
                .entity(ExpectationView.of(series, expectations.get(series)))
                .build();
    }

    @DELETE
    @Path(LINE)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Operation(
            operationId = "withdrawExpectation",
            summary = "Take back everything that was stated of a line; it stays in the history")
    @APIResponse(responseCode = "204", description = "Nothing is expected of it any more")
    @APIResponse(responseCode = "404", description = "Nothing was expected of it")
    public void withdraw(String siteId, String carrier, String source) {
        expectations.withdraw(series(siteId, carrier, source), Caller.of(identity).subject());
    }

    @GET
    @Path(LINE)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(operationId = "getExpectation", summary = "What was stated last of a line")
    @APIResponse(responseCode = "200", description = "What is expected")
    @APIResponse(responseCode = "404", description = "Nothing is stated to be expected of it")
    public ExpectationView get(String siteId, String carrier, String source) {
        Series series = series(siteId, carrier, source);
        return ExpectationView.of(series, expectations.get(series));
    }

    @GET
    @Path(LINE + "/history")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "listExpectationHistory",
            summary = "Everything that was stated of a line, the oldest first")
    @APIResponse(responseCode = "200", description = "The revisions; empty where there are none")
    public List<ExpectationView> history(String siteId, String carrier, String source) {
        Series series = series(siteId, carrier, source);
        return expectations.history(series).stream()
                .map(revision -> ExpectationView.of(series, revision))
                .toList();
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "listExpectations",
            summary = "What is expected of all lines, in their order; as CSV what the import takes")
    @APIResponse(responseCode = "200", description = "One page of expectations")
    public Page<ExpectationView> list(@BeanParam PageQuery page) {
        return Listing.of(
                        expectations.all().stream()
                                .map(revision ->
                                        ExpectationView.of(
                                                revision.expectation().orElseThrow().series(),
                                                revision))
                                .toList(),
                        ExpectationView::line,
                        ExpectationFields.COLUMNS.names(),
                        ExpectationView::row)
                .page(page);
    }

    private static Series series(String siteId, String carrier, String source) {
        var fields = new Fields(Map.of("siteId", siteId, "carrier", carrier, "source", source));
        var series = ExpectationFields.series(fields);
        fields.refuseIfInvalid();
        return series.orElseThrow();
    }
}

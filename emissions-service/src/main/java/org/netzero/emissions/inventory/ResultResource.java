package org.netzero.emissions.inventory;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.CalculationTrace;
import org.netzero.emissions.calculation.ResultId;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.emissions.problem.EmissionsProblem;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.input.Fields;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.Problem;

@Path("/api/emissions/results")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class ResultResource {

    private final ShownInventories inventories;

    ResultResource(ShownInventories inventories) {
        this.inventories = inventories;
    }

    /// Which results are wanted.
    static final class Wanted {
        @QueryParam("scope")
        @Nullable String scope;

        @QueryParam("category")
        @Nullable String category;

        @QueryParam("siteId")
        @Nullable String siteId;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<ResultView> list(
            @BeanParam AskedPeriod asked,
            @BeanParam InventoryQuery.Parameters basis,
            @BeanParam Wanted wanted,
            @BeanParam PageQuery page) {
        return new Listing<>(
                        inventories.results(
                                InventoryQuery.read(asked.required(), basis), read(wanted)),
                        ResultView::id,
                        ResultView.COLUMNS,
                        ResultView::row)
                .page(page);
    }

    @GET
    @Path("{id}/trace")
    @Produces(MediaType.APPLICATION_JSON)
    public CalculationTrace trace(
            @PathParam("id") String id, @BeanParam InventoryQuery.Parameters basis) {
        return ResultId.parse(id)
                .flatMap(known -> inventories.trace(known, InventoryQuery.of(known, basis)))
                .orElseThrow(() -> new UnknownResult(id));
    }

    @ServerExceptionMapper
    Response unknown(UnknownResult unknown) {
        return Problem.of(EmissionsProblem.UNKNOWN_RESULT, String.valueOf(unknown.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response unknown(UnknownVersion unknown) {
        return Problem.of(EmissionsProblem.UNKNOWN_VERSION, String.valueOf(unknown.getMessage()))
                .response();
    }

    private static ResultList.Wanted read(Wanted wanted) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("scope", scopeName(wanted.scope));
        values.put("category", wanted.category);
        values.put("siteId", wanted.siteId);
        var fields = new Fields(values);
        Optional<Scope> scope = fields.optionalOneOf("scope", Scope.class);
        Optional<Scope3Category> category = fields.optionalOneOf("category", Scope3Category.class);
        Optional<String> siteId = fields.optionalId("siteId");
        fields.refuseIfInvalid();
        return new ResultList.Wanted(scope, category, siteId);
    }

    private static @Nullable String scopeName(@Nullable String scope) {
        return scope != null && scope.matches("[123]") ? "SCOPE_" + scope : scope;
    }
}

package org.netzero.emissions.library;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.factor.CalculationRefused;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.factor.Purpose;
import org.netzero.emissions.factor.UnknownFactor;
import org.netzero.emissions.problem.EmissionsProblem;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.Fields;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.Problem;

@Path("/api/emissions/factors")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class FactorResource {

    private final Factors factors;

    FactorResource(Factors factors) {
        this.factors = factors;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<FactorView> search(
            @QueryParam("activity") Optional<String> activity,
            @QueryParam("region") Optional<String> region,
            @QueryParam("on") @Nullable String on,
            @QueryParam("purpose") @Nullable String purpose,
            @BeanParam PageQuery page) {
        return Listing.of(
                        found(activity, region, on, purpose).stream().map(FactorView::of).toList(),
                        FactorView::id,
                        FactorView.COLUMNS,
                        FactorView::row)
                .page(page);
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public FactorView get(@PathParam("id") String id) {
        return factors.library()
                .find(id)
                .map(FactorView::of)
                .orElseThrow(() -> new UnknownFactor(id));
    }

    @ServerExceptionMapper
    Response unknown(UnknownFactor unknown) {
        return Problem.of(EmissionsProblem.UNKNOWN_FACTOR, unknown.reason()).response();
    }

    @ServerExceptionMapper
    Response refused(CalculationRefused refused) {
        return Problem.of(
                        EmissionsProblem.CALCULATION_REFUSED,
                        refused.code() + ": " + refused.reason())
                .response();
    }

    private List<EmissionFactor> found(
            Optional<String> activity,
            Optional<String> region,
            @Nullable String on,
            @Nullable String purpose) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("on", on);
        values.put("purpose", purpose);
        var fields = new Fields(values);
        var day = fields.optionalDate("on");
        var wanted = fields.optionalOneOf("purpose", Purpose.class);
        fields.refuseIfInvalid();
        FactorLibrary library = factors.library();
        Optional<List<String>> regions = region.map(code -> library.regions().path(code));
        return library.factors().stream()
                .filter(factor -> activity.isEmpty() || isFor(factor, activity.get()))
                .filter(factor -> regions.isEmpty() || regions.get().contains(factor.region()))
                .filter(factor -> day.isEmpty() || factor.isValidOn(day.get()))
                .filter(factor -> wanted.isEmpty() || factor.purpose() == wanted.get())
                .toList();
    }

    /// Tolerant: whatever part of the activity's key or words, in any case.
    private static boolean isFor(EmissionFactor factor, String activity) {
        String key = FactorLibrary.key(activity);
        return factor.activity().contains(key) || FactorLibrary.key(factor.name()).contains(key);
    }
}

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
import java.util.Set;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.factor.CalculationRefused;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.Purpose;
import org.netzero.emissions.factor.UnknownFactor;
import org.netzero.emissions.problem.EmissionsProblem;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.Fields;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Problem;

@Path("/api/emissions/factors")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class FactorResource {

    private final Factors factors;

    FactorResource(Factors factors) {
        this.factors = factors;
    }

    /// @param activity the name or key of an activity, or a part of it
    /// @param q words of names, in Chinese or English; the best match comes first
    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<FactorView> search(
            @QueryParam("activity") Optional<String> activity,
            @QueryParam("q") Optional<String> q,
            @QueryParam("region") Optional<String> region,
            @QueryParam("on") @Nullable String on,
            @QueryParam("purpose") @Nullable String purpose,
            @BeanParam PageQuery page) {
        List<EmissionFactor> found = found(activity, q, filter(region, on, purpose));
        return new Listing<>(
                        (cursor, count) ->
                                stretch(found, cursor, count).stream().map(FactorView::of).toList(),
                        FactorView::id,
                        FactorView.COLUMNS,
                        FactorView::row)
                .page(page);
    }

    private static List<EmissionFactor> stretch(
            List<EmissionFactor> found, Optional<String> cursor, int count) {
        int from = cursor.map(last -> after(found, last)).orElse(0);
        return found.subList(from, Math.min(found.size(), from + count));
    }

    private static int after(List<EmissionFactor> found, String cursor) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).id().equals(cursor)) {
                return i + 1;
            }
        }
        throw new InvalidInput(
                "cursor",
                "UNKNOWN_CURSOR",
                "'%s' is no cursor of this list; start without one".formatted(cursor));
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
            Optional<String> activity, Optional<String> q, Predicate<EmissionFactor> filter) {
        FactorSearch search = factors.search();
        Optional<List<EmissionFactor>> ofActivity =
                activity.filter(text -> !text.isBlank()).map(search::ofActivity);
        Optional<List<EmissionFactor>> named = q.filter(text -> !text.isBlank()).map(search::find);
        List<EmissionFactor> all =
                named.or(() -> ofActivity).orElseGet(() -> factors.library().factors());
        boolean both = named.isPresent() && ofActivity.isPresent();
        Set<EmissionFactor> wanted = both ? Set.copyOf(ofActivity.get()) : Set.of();
        return all.stream()
                .filter(factor -> !both || wanted.contains(factor))
                .filter(filter)
                .toList();
    }

    private Predicate<EmissionFactor> filter(
            Optional<String> region, @Nullable String on, @Nullable String purpose) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("on", on);
        values.put("purpose", purpose);
        var fields = new Fields(values);
        var day = fields.optionalDate("on");
        var wanted = fields.optionalOneOf("purpose", Purpose.class);
        fields.refuseIfInvalid();
        Optional<List<String>> regions =
                region.filter(code -> !code.isBlank())
                        .map(code -> factors.library().regions().path(code));
        return factor ->
                (regions.isEmpty() || regions.get().contains(factor.region()))
                        && (day.isEmpty() || factor.isValidOn(day.get()))
                        && (wanted.isEmpty() || factor.purpose() == wanted.get());
    }
}

package org.netzero.energy.ranking;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.SourceRanking;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.Fields;

@Path("/api/energy/sites/{siteId}/source-ranking")
@Tag(name = "Energy")
@RunOnVirtualThread
class RankingResource {

    private final SiteRankings rankings;
    private final SecurityIdentity identity;

    RankingResource(SiteRankings rankings, SecurityIdentity identity) {
        this.rankings = rankings;
        this.identity = identity;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Operation(
            operationId = "putSourceRanking",
            summary = "Set which sources count before which at a site",
            description =
                    "Every kind of evidence has one rank, the better first; kinds of one rank add up. Balances and what the other services are told follow at once.")
    @APIResponse(responseCode = "200", description = "What applies at the site now")
    @APIResponse(responseCode = "400", description = "A kind is unknown, repeated or missing")
    @APIResponse(responseCode = "404", description = "No site has this id")
    public RankingView.SourceRankingView put(
            String siteId,
            @Parameter(description = "For this carrier only") @QueryParam("carrier")
                    @Nullable String carrier,
            RankingRequest request) {
        Optional<EnergyCarrier> of = carrierOf(carrier);
        rankings.set(siteId, of, request.ranking(), Caller.of(identity).subject());
        return get(siteId);
    }

    @DELETE
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @Operation(
            operationId = "deleteSourceRanking",
            summary = "Bring the usual order of sources back; what was set stays in the history")
    @APIResponse(responseCode = "204", description = "The usual order holds")
    @APIResponse(responseCode = "404", description = "No such site, or none was set")
    public void delete(
            String siteId,
            @Parameter(description = "The one of this carrier only") @QueryParam("carrier")
                    @Nullable String carrier) {
        rankings.unset(siteId, carrierOf(carrier), Caller.of(identity).subject());
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "getSourceRanking",
            summary = "The orders of sources set for a site, beside the usual one")
    @APIResponse(responseCode = "200", description = "What applies at the site")
    @APIResponse(responseCode = "404", description = "No site has this id")
    public RankingView.SourceRankingView get(String siteId) {
        Map<Optional<EnergyCarrier>, RankingView> last = new HashMap<>();
        rankings.history(siteId).forEach(set -> last.put(set.carrier(), RankingView.of(set)));
        return new RankingView.SourceRankingView(
                siteId,
                last.values().stream()
                        .filter(set -> set.ranks() != null)
                        .sorted(Comparator.comparing(set -> String.valueOf(set.carrier())))
                        .toList(),
                RankingView.ranks(SourceRanking.DEFAULT));
    }

    @GET
    @Path("/history")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "listSourceRankingHistory",
            summary = "Every order of sources that was set for a site, the oldest first")
    @APIResponse(responseCode = "200", description = "What was set, when and by whom")
    @APIResponse(responseCode = "404", description = "No site has this id")
    public List<RankingView> history(String siteId) {
        return rankings.history(siteId).stream().map(RankingView::of).toList();
    }

    private static Optional<EnergyCarrier> carrierOf(@Nullable String carrier) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("carrier", carrier);
        var fields = new Fields(values);
        Optional<EnergyCarrier> of = fields.optionalOneOf("carrier", EnergyCarrier.class);
        fields.refuseIfInvalid();
        return of;
    }
}

package org.netzero.datacenter.telemetry;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.datacenter.DatacenterProblem;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.Problem;

@Path("/api/datacenters")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class ReplayResource {

    private final Replays replays;
    private final SecurityIdentity identity;

    ReplayResource(Replays replays, SecurityIdentity identity) {
        this.replays = replays;
        this.identity = identity;
    }

    /// Has the hours of a facility computed again from the readings that Kafka holds, and stored in
    /// place of what is there. Days lie in the zone of the site. The answer is given when the
    /// request is durable; how far it is, `replays/{replayId}` tells.
    @POST
    @Path("{datacenterId}/replay")
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @ResponseStatus(202)
    public ReplayView replay(
            @RestPath String datacenterId,
            @BeanParam AskedPeriod asked,
            @Parameter(
                            description =
                                    "Whether hours of which Kafka lacks readings are computed from"
                                            + " those that are held besides; where some of these were"
                                            + " lost, such hours come out worse than what is stored")
                    @RestQuery
                    @DefaultValue("false")
                    boolean fromState) {
        return ReplayView.of(
                replays.ask(
                        datacenterId, asked.required(), fromState, Caller.of(identity).subject()));
    }

    /// The replays of a facility, the latest first.
    @GET
    @Path("{datacenterId}/replays")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<ReplayView> list(@RestPath String datacenterId, @BeanParam PageQuery page) {
        return new Listing<ReplayView>(
                        (cursor, count) ->
                                replays.of(datacenterId, cursor, count).stream()
                                        .map(ReplayView::of)
                                        .toList(),
                        ReplayView::replayId,
                        ReplayView.COLUMNS,
                        ReplayView::row)
                .page(page);
    }

    @GET
    @Path("{datacenterId}/replays/{replayId}")
    public ReplayView get(@RestPath String datacenterId, @RestPath String replayId) {
        return ReplayView.of(replays.get(datacenterId, replayId));
    }

    /// Ends a replay that is not wanted any more. What it has put into the state by then stays; one
    /// that has ended stays as it is.
    @DELETE
    @Path("{datacenterId}/replays/{replayId}")
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public ReplayView cancel(@RestPath String datacenterId, @RestPath String replayId) {
        return ReplayView.of(replays.cancel(datacenterId, replayId, Caller.of(identity).subject()));
    }

    @ServerExceptionMapper
    Response noLongerHeld(ReadingsNoLongerHeld refused) {
        return Problem.of(
                        DatacenterProblem.READINGS_NO_LONGER_HELD,
                        String.valueOf(refused.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response unknownReplay(UnknownReplay refused) {
        return Problem.of(DatacenterProblem.UNKNOWN_REPLAY, String.valueOf(refused.getMessage()))
                .response();
    }
}

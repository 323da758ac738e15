package org.netzero.datacenter.telemetry;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.DatacenterProblem;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.problem.Problem;

@Path("/api/datacenters")
@RunOnVirtualThread
class ReplayResource {

    private final Replays replays;

    ReplayResource(Replays replays) {
        this.replays = replays;
    }

    /// @param start of the first hour that is computed again
    /// @param end of the last one
    /// @param points of the facility
    /// @param hours of all of them together, whether measured or not
    /// @param readingsHeldSince the arrival of the first readings that Kafka still holds; null when
    ///   it holds all there ever were
    record ReplayView(
            String datacenterId,
            Instant start,
            Instant end,
            int points,
            long hours,
            @Nullable Instant readingsHeldSince) {}

    /// Has the hours of a facility computed again from the readings that Kafka holds, and stored in
    /// place of what is there. Days lie in the zone of the site. The answer is given when this is
    /// certain to be done; it is seconds behind for every thousand hours, and waits for readings
    /// that arrive.
    @POST
    @Path("{datacenterId}/replay")
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    @ResponseStatus(202)
    public ReplayView replay(@RestPath String datacenterId, @BeanParam AskedPeriod asked) {
        Replays.Asked asks = replays.ask(datacenterId, asked.required());
        return new ReplayView(
                datacenterId,
                asks.span().start(),
                asks.span().end(),
                asks.points(),
                asks.points() * asks.span().duration().toHours(),
                asks.readingsHeldSince().orElse(null));
    }

    @ServerExceptionMapper
    Response noLongerHeld(ReadingsNoLongerHeld refused) {
        return Problem.of(
                        DatacenterProblem.READINGS_NO_LONGER_HELD,
                        String.valueOf(refused.getMessage()))
                .response();
    }
}

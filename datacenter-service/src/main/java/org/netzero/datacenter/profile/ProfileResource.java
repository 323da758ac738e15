package org.netzero.datacenter.profile;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.datacenter.DatacenterProblem;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.platform.identity.Role;
import org.netzero.platform.problem.Problem;

@Path("/api/datacenters/{datacenterId}/reporting-profile")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class ProfileResource {

    private final ReportingProfiles profiles;
    private final Facilities facilities;

    ProfileResource(ReportingProfiles profiles, Facilities facilities) {
        this.profiles = profiles;
        this.facilities = facilities;
    }

    @GET
    public ReportingProfile get(@RestPath String datacenterId) {
        facilities.get(datacenterId);
        return profiles.of(datacenterId);
    }

    /// States a profile, in place of what was stated before.
    @PUT
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public ReportingProfile put(@RestPath String datacenterId, ProfileRequest request) {
        facilities.get(datacenterId);
        profiles.put(datacenterId, request.toProfile());
        return profiles.of(datacenterId);
    }

    @ServerExceptionMapper
    Response boundaryConflict(BoundaryConflict refused) {
        return Problem.of(DatacenterProblem.BOUNDARY_CONFLICT, String.valueOf(refused.getMessage()))
                .response();
    }
}

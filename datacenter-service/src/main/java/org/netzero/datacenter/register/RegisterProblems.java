package org.netzero.datacenter.register;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.datacenter.DatacenterProblem;
import org.netzero.platform.problem.Problem;

/// What this feature's broken rules are on the wire, whichever resource meets them.
class RegisterProblems {

    @ServerExceptionMapper
    Response notRegistered(NotRegistered refused) {
        return Problem.of(DatacenterProblem.NOT_REGISTERED, String.valueOf(refused.getMessage()))
                .response();
    }
}

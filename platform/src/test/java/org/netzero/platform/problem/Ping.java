package org.netzero.platform.problem;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import org.netzero.platform.identity.Role;
import org.netzero.quantities.Quantity;

/// A resource as a service has them, to see what callers get when it is called wrongly.
@Path("/api/ping")
public class Ping {

    public record Order(String name, BigDecimal amount, Quantity quantity) {}

    @POST
    @RolesAllowed(Role.STEWARD)
    public Order order(Order order) {
        return order;
    }

    @GET
    @Path("failure")
    @RolesAllowed(Role.STEWARD)
    public String failure() {
        throw new IllegalStateException("a secret detail");
    }
}

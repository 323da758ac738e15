package org.netzero.platform.problem;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.netzero.platform.identity.Role;
import org.netzero.quantities.Quantity;

/// A resource as a service has them, to see what callers get when it is called wrongly.
@Path("/api/ping")
@Singleton
public class Ping {

    private final AtomicInteger orders = new AtomicInteger();

    @POST
    @Path("counted")
    @RolesAllowed(Role.STEWARD)
    public Map<String, Integer> counted(Order order) {
        if (order.name().isEmpty()) {
            throw new InvalidInput("name", "REQUIRED", "is empty");
        }
        return Map.of("orders", orders.incrementAndGet());
    }

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

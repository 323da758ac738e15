package org.netzero.platform.problem;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.PageQuery;
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

    @POST
    @Path("several")
    @RolesAllowed(Role.STEWARD)
    public int several(List<Order> orders) {
        return orders.size();
    }

    @POST
    @Path("perhaps")
    @RolesAllowed(Role.STEWARD)
    public String perhaps(Optional<Order> order) {
        return order.orElseThrow().name();
    }

    /// Reads the first line only, as a resource that knows enough does.
    @POST
    @Path("first-line")
    @Consumes("text/csv")
    @RolesAllowed(Role.STEWARD)
    public int firstLine(InputStream body) throws IOException {
        int length = 0;
        for (int next = body.read(); next > '\n'; next = body.read()) {
            length++;
        }
        return length;
    }

    @GET
    @Path("asked")
    @RolesAllowed(Role.STEWARD)
    public String asked(
            @QueryParam("colour") @Nullable String colour,
            @RestQuery @Nullable String shape,
            @BeanParam Sizes sizes,
            @BeanParam PageQuery page) {
        return "%s %s %s".formatted(colour, shape, sizes.size());
    }

    public record Sizes(@QueryParam("size") @Nullable String size) {}

    @GET
    @Path("failure")
    @RolesAllowed(Role.STEWARD)
    public String failure() {
        throw new IllegalStateException("a secret detail");
    }
}

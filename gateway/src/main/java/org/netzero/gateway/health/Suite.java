package org.netzero.gateway.health;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.netzero.gateway.routing.Service;
import org.netzero.gateway.routing.Services;

/// Everything that has to work, looked at no more than once a second however many ask.
@ApplicationScoped
class Suite {

    private static final String READINESS = "/q/health/ready";
    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final String ONLY_ENTRY = "suite";

    private final LoadingCache<String, HealthView> remembered =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build(ignored -> look());

    private final Services services;
    private final Stores stores;

    Suite(Services services, Stores stores) {
        this.services = services;
        this.stores = stores;
    }

    HealthView health() {
        return remembered.get(ONLY_ENTRY);
    }

    private HealthView look() {
        Map<Service, CompletableFuture<Status>> asked = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            asked.put(service, ask(() -> status(service)));
        }
        CompletableFuture<Status> database = ask(stores::database);
        CompletableFuture<Status> kafka = ask(stores::kafka);
        Map<String, Status> byLabel = new LinkedHashMap<>();
        asked.forEach((service, status) -> byLabel.put(service.label(), status.join()));
        return HealthView.of(byLabel, database.join(), kafka.join());
    }

    private static CompletableFuture<Status> ask(Supplier<Status> question) {
        return CompletableFuture.supplyAsync(question, Thread::startVirtualThread);
    }

    private Status status(Service service) {
        return Status.of(services.get(service, READINESS).isPresent());
    }
}

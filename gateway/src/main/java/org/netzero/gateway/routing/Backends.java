package org.netzero.gateway.routing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The connections to the services.
@ApplicationScoped
class Backends {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    /// An open connection that nobody uses is closed before the service would close it.
    private static final Duration KEPT_ALIVE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final ServiceAddresses addresses;

    Backends(Vertx vertx, ServiceAddresses addresses, Limits limits) {
        this.addresses = addresses;
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setConnectTimeout((int) CONNECT.toMillis())
                                .setKeepAliveTimeout((int) KEPT_ALIVE.toSeconds())
                                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                                .setIdleTimeout(longestSilenceSeconds(limits))
                                .setMaxWaitQueueSize(limits.waitingPerService()),
                        new PoolOptions().setHttp1MaxSize(limits.connectionsPerService()));
    }

    private static int longestSilenceSeconds(Limits limits) {
        return (int) limits.imports().answer().plusMinutes(1).toSeconds();
    }

    HttpClient client() {
        return client;
    }

    URI address(Service service) {
        return addresses.of(service);
    }
}

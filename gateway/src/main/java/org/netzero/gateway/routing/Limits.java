package org.netzero.gateway.routing;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

@ConfigMapping(prefix = "netzero.limits")
interface Limits {

    Limit json();

    Limit telemetry();

    Limit imports();

    /// Connections to one service.
    int connectionsPerService();

    /// Requests that wait for one of these connections.
    int waitingPerService();

    default Limit of(Traffic traffic) {
        return switch (traffic) {
            case JSON -> json();
            case TELEMETRY -> telemetry();
            case IMPORT -> imports();
        };
    }

    interface Limit {

        /// The largest body.
        MemorySize body();

        /// How long a service may think after it has the whole body.
        Duration answer();
    }
}

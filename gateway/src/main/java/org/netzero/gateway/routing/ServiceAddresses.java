package org.netzero.gateway.routing;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/// Where the services listen: scheme, host and port.
@ConfigMapping(prefix = "netzero.services")
interface ServiceAddresses {

    URI emissions();

    URI energy();

    URI datacenter();

    default URI of(Service service) {
        return switch (service) {
            case EMISSIONS -> emissions();
            case ENERGY -> energy();
            case DATACENTER -> datacenter();
        };
    }
}

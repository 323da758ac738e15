package org.netzero.gateway.routing;

import java.net.URI;

/// Where a request goes, within which limits, and in whose name.
///
/// @param token signed for the caller, without scheme
record Errand(Service service, URI address, Traffic traffic, Limits.Limit limit, String token) {

    @Override
    public String toString() {
        return "Errand[%s at %s]".formatted(service, address);
    }
}

package org.netzero.local;

import java.net.URI;

/// Brings a data set into a stack that has just become healthy, through the gateway's public API.
///
/// It is called on every start; what is there already stays as it is.
@FunctionalInterface
public interface Loader {

    /// Loads nothing, as `--empty` asks.
    Loader NOTHING = (gateway, progress) -> {};

    void load(GatewayAccess gateway, Progress progress);

    /// Where the gateway is and the key it takes from an administrator (`X-API-Key`).
    record GatewayAccess(URI address, String adminKey) {}
}

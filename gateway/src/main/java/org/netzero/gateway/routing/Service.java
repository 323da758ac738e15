package org.netzero.gateway.routing;

import java.util.Locale;

/// The services behind the front door, in the order the public API names them.
public enum Service {
    EMISSIONS,
    ENERGY,
    DATACENTER;

    /// `emissions`, as it stands in the public API.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

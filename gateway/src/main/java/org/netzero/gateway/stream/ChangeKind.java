package org.netzero.gateway.stream;

import java.util.Locale;

/// What a change is about.
public enum ChangeKind {
    INVENTORY,
    INDICATOR,
    ENERGY,
    PROJECTION;

    /// `inventory`, the name of the server-sent event.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

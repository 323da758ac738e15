package org.netzero.datacenter.telemetry;

import java.util.Set;
import org.netzero.platform.identity.Caller;

/// Who pushes readings.
///
/// @param client the name of its API key
/// @param datacenters of whose points alone readings are taken from it; empty where those of all
///   are
record Sender(String client, Set<String> datacenters) {

    Sender {
        datacenters = Set.copyOf(datacenters);
    }

    static Sender of(Caller caller) {
        return new Sender(caller.subject(), caller.datacenters());
    }

    boolean mayWrite(String datacenterId) {
        return datacenters.isEmpty() || datacenters.contains(datacenterId);
    }

    /// Whoever writes to the same data centres.
    Sender anyOfItsDatacenters() {
        return new Sender("", datacenters);
    }
}

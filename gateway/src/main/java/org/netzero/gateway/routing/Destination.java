package org.netzero.gateway.routing;

/// Where an address of the public API is answered.
sealed interface Destination {

    /// By a service, along the same path.
    record Behind(Service service) implements Destination {}

    /// By the gateway itself.
    record Here() implements Destination {}

    /// By nobody: there is no such import.
    record UnknownImport(String kind) implements Destination {}

    /// By nobody.
    record Nowhere() implements Destination {}
}

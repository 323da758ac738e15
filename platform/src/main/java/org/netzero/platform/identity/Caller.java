package org.netzero.platform.identity;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Set;

/// Who asks, as the gateway's signed token says: for the record of who stored what.
///
/// @param subject the API key's or the user's name
/// @param roles what the caller may do: `admin`, `steward`, `analyst`, `viewer`, `telemetry`
public record Caller(String subject, Set<String> roles) {

    public static Caller of(SecurityIdentity identity) {
        return new Caller(identity.getPrincipal().getName(), Set.copyOf(identity.getRoles()));
    }
}

package org.netzero.platform.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// Who asks, as the gateway's signed token says: for the record of who stored what.
///
/// @param subject the API key's or the user's name
/// @param roles what the caller may do: `admin`, `steward`, `analyst`, `viewer`, `telemetry`
/// @param datacenters the data centres of which alone readings are taken from it; empty where it is
///   bound to none
public record Caller(String subject, Set<String> roles, Set<String> datacenters) {

    /// The claim of a token, and the attribute of an identity, that names the data centres.
    public static final String DATACENTERS = "datacenters";

    public static Caller of(SecurityIdentity identity) {
        return new Caller(
                identity.getPrincipal().getName(),
                Set.copyOf(identity.getRoles()),
                datacenters(identity));
    }

    private static Set<String> datacenters(SecurityIdentity identity) {
        @Nullable Object named =
                identity.getPrincipal() instanceof JsonWebToken token
                        ? token.getClaim(DATACENTERS)
                        : identity.getAttribute(DATACENTERS);
        return Optional.ofNullable(named)
                .map(Collection.class::cast)
                .<Set<String>>map(Caller::texts)
                .orElse(Set.of());
    }

    private static Set<String> texts(Collection<?> named) {
        return named.stream()
                .map(name -> name instanceof JsonString text ? text.getString() : name.toString())
                .collect(Collectors.toUnmodifiableSet());
    }
}

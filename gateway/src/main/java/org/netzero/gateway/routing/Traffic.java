package org.netzero.gateway.routing;

import java.util.Set;
import org.netzero.platform.identity.Role;

/// Kinds of requests that differ in how large they may be and in who sends them.
enum Traffic {
    JSON("a JSON body; larger data goes to /api/imports"),
    TELEMETRY("one batch of readings; send more, smaller batches"),
    IMPORT("one import; split the file");

    private final String explanation;

    Traffic(String explanation) {
        this.explanation = explanation;
    }

    static Traffic of(String method, String path) {
        if (path.startsWith("/api/telemetry/")) {
            return TELEMETRY;
        }
        return path.startsWith("/api/imports/") && method.equals("POST") ? IMPORT : JSON;
    }

    /// Whether these roles have any business here; the service decides about the route itself.
    boolean isFor(Set<String> callersRoles) {
        return callersRoles.stream().anyMatch(roles()::contains);
    }

    private Set<String> roles() {
        return switch (this) {
            case JSON -> Set.of(Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER);
            case TELEMETRY ->
                    Set.of(Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER, Role.TELEMETRY);
            case IMPORT -> Set.of(Role.ADMIN, Role.STEWARD);
        };
    }

    /// What the limit of a body is about, and the way around it.
    String explanation() {
        return explanation;
    }
}

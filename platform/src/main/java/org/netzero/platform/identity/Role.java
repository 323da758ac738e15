package org.netzero.platform.identity;

/// The roles an API key can carry, as they stand in the gateway's token and in `@RolesAllowed`.
public final class Role {

    /// May do everything, keys included.
    public static final String ADMIN = "admin";

    /// Keeps the books: reads and writes business data.
    public static final String STEWARD = "steward";

    /// Reads everything and works with scenarios.
    public static final String ANALYST = "analyst";

    /// Reads.
    public static final String VIEWER = "viewer";

    /// Pushes readings, nothing else.
    public static final String TELEMETRY = "telemetry";

    private Role() {}
}

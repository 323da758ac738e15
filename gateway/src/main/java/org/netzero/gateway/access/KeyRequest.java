package org.netzero.gateway.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.identity.Role;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// What the caller wants a key for.
record KeyRequest(@Nullable String name, @Nullable List<@Nullable String> roles) {

    private static final int LONGEST_NAME = 100;

    private static final Set<String> ROLES =
            new TreeSet<>(
                    Set.of(Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER, Role.TELEMETRY));

    /// Checked name and roles.
    Wanted check() {
        List<Violation> violations = new ArrayList<>();
        String wantedName = name == null ? "" : name.strip();
        if (!isName(wantedName)) {
            violations.add(
                    new Violation(
                            "name",
                            "NOT_A_NAME",
                            "needs 1 to %d printable characters".formatted(LONGEST_NAME)));
        }
        Set<String> wantedRoles = roles == null ? Set.of() : rolesOf(roles);
        if (wantedRoles.isEmpty() || !ROLES.containsAll(wantedRoles)) {
            violations.add(new Violation("roles", "UNKNOWN_ROLE", "needs one or more of " + ROLES));
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return new Wanted(wantedName, wantedRoles);
    }

    /// A name stands in logs, where a line break would begin a line of its own.
    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NAME
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static Set<String> rolesOf(List<@Nullable String> roles) {
        Set<String> distinct = new TreeSet<>();
        for (String role : roles) {
            distinct.add(String.valueOf(role));
        }
        return distinct;
    }

    record Wanted(String name, Set<String> roles) {}
}

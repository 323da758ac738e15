package org.netzero.gateway.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// What the caller wants a key for.
///
/// @param datacenters of which alone a key of role `telemetry` pushes readings; of all where there
///   are none
record KeyRequest(
        @Nullable String name,
        @Nullable List<@Nullable String> roles,
        @Nullable List<@Nullable String> datacenters) {

    private static final int MOST_DATACENTERS = 100;

    /// They travel in a header with every request.
    private static final int MOST_CHARACTERS = 2_500;

    private static final String DATACENTERS = "datacenters";
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
        Set<String> wantedRoles = roles == null ? Set.of() : distinct(roles);
        if (wantedRoles.isEmpty() || !ROLES.containsAll(wantedRoles)) {
            violations.add(new Violation("roles", "UNKNOWN_ROLE", "needs one or more of " + ROLES));
        }
        int none = datacenters == null ? -1 : datacenters.indexOf(null);
        if (none >= 0) {
            violations.add(
                    new Violation(
                            "%s[%d]".formatted(DATACENTERS, none),
                            "NULL_ELEMENT",
                            "is null; write the id of a data centre"));
        }
        Set<String> wantedDatacenters = datacenters == null ? Set.of() : distinct(datacenters);
        violations.addAll(refusals(wantedDatacenters, wantedRoles));
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return new Wanted(wantedName, wantedRoles, wantedDatacenters);
    }

    /// A key that may do more than push readings would not keep to its data centres.
    private List<Violation> refusals(Set<String> wantedDatacenters, Set<String> wantedRoles) {
        List<Violation> violations = new ArrayList<>();
        if (datacenters != null && wantedDatacenters.isEmpty()) {
            violations.add(
                    new Violation(
                            DATACENTERS,
                            "EMPTY_ARRAY",
                            "is an empty array; name the data centres, or leave it out for a key of all"));
        }
        if (wantedDatacenters.size() > MOST_DATACENTERS) {
            violations.add(
                    new Violation(
                            DATACENTERS,
                            "TOO_MANY",
                            "%d data centres; a key is bound to at most %d"
                                    .formatted(wantedDatacenters.size(), MOST_DATACENTERS)));
        }
        if (String.join(" ", wantedDatacenters).length() > MOST_CHARACTERS) {
            violations.add(
                    new Violation(
                            DATACENTERS,
                            "TOO_LONG",
                            "their ids have more than %d characters together; issue several keys"
                                    .formatted(MOST_CHARACTERS)));
        }
        if (!wantedDatacenters.isEmpty() && !wantedRoles.equals(Set.of(Role.TELEMETRY))) {
            violations.add(
                    new Violation(
                            DATACENTERS,
                            "NOT_APPLICABLE",
                            "only a key whose one role is %s keeps to data centres; leave them out, or the roles %s"
                                    .formatted(Role.TELEMETRY, wantedRoles)));
        }
        wantedDatacenters.forEach(id -> checkId(id).ifPresent(violations::add));
        return violations;
    }

    private static Optional<Violation> checkId(String id) {
        var fields = new Fields(Map.of(DATACENTERS, id));
        fields.id(DATACENTERS);
        try {
            fields.refuseIfInvalid();
            return Optional.empty();
        } catch (InvalidInput invalid) {
            return Optional.of(invalid.violations().getFirst());
        }
    }

    /// A name stands in logs, where a line break would begin a line of its own.
    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NAME
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static Set<String> distinct(List<@Nullable String> texts) {
        Set<String> distinct = new TreeSet<>();
        for (String text : texts) {
            distinct.add(String.valueOf(text));
        }
        return distinct;
    }

    record Wanted(String name, Set<String> roles, Set<String> datacenters) {}
}

package org.netzero.datacenter.quality;

import java.time.Instant;
import java.util.Optional;

/// What hours show to be wrong, over neighbouring ones within a month.
///
/// @param pointId the point it is about, if it is about one
/// @param role the role it is about, if it is about a role or a point
/// @param start of the first hour
/// @param until the end of the last hour
/// @param hours how many show it
/// @param message what, with its numbers
public record Finding(
        FindingCode code,
        Optional<String> pointId,
        Optional<String> role,
        Instant start,
        Instant until,
        int hours,
        String message) {

    /// Whether both are of one kind and about one thing, at times that have an hour in common.
    boolean isAnotherStateOf(Finding other) {
        return code == other.code
                && pointId.equals(other.pointId)
                && role.equals(other.role)
                && start.isBefore(other.until)
                && other.start.isBefore(until);
    }
}

package org.netzero.datacenter.interval;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Hours whose sums stand in figures that are locked: what late readings would make of them is kept
/// apart.
public interface LockedHours {

    /// Those of the hours that are locked. Called within the transaction that stores.
    Set<RoleHour.Key> among(Collection<RoleHour.Key> keys);

    /// Keeps what locked hours would be. Called within the transaction that stores.
    ///
    /// @param keys locked hours whose points changed
    /// @param proposed what would change of them, with the version that stands, 0 for none; those
    ///   not among them are as they stand
    void quarantine(Set<RoleHour.Key> keys, List<RoleHour> proposed);
}

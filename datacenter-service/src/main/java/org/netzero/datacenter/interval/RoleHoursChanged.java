package org.netzero.datacenter.interval;

import java.util.Set;

/// Sums of roles changed; told within the transaction of the change.
public record RoleHoursChanged(Set<RoleHour.Key> keys) {}

package org.netzero.datacenter.interval;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.MeasuringRole;

/// What the points of a role measured together within one hour.
///
/// @param amount kWh; L for water
/// @param measured share of the hour that was measured, averaged over the points, 0 to 1
/// @param covered the same with bridged gaps
/// @param flags of any of the points
/// @param version grows with every change
public record RoleHour(
        Key key,
        BigDecimal amount,
        BigDecimal measured,
        BigDecimal covered,
        Set<HourFlag> flags,
        long version) {

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::datacenterId)
                    .thenComparing(Key::start)
                    .thenComparing(Key::role);

    /// Whether it says the same, whatever its version.
    boolean says(RoleHour other) {
        return amount.compareTo(other.amount) == 0
                && measured.compareTo(other.measured) == 0
                && covered.compareTo(other.covered) == 0
                && flags.equals(other.flags);
    }

    RoleHour withVersion(long number) {
        return new RoleHour(key, amount, measured, covered, flags, number);
    }

    /// One hour of one role of one facility. The order is that in which rows are locked.
    public record Key(String datacenterId, MeasuringRole role, Instant start)
            implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}

package org.netzero.datacenter.quality;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.effectiveness.Balance;
import org.netzero.datacenter.effectiveness.Effectiveness;
import org.netzero.datacenter.effectiveness.HourSums;
import org.netzero.datacenter.interval.Intervals;
import org.netzero.datacenter.profile.ReportingProfiles;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.input.Interval;
import org.netzero.platform.problem.InvalidInput;

@Path("/api/datacenters/{datacenterId}/balance")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class BalanceResource {

    /// A year and a day: every hour of it is read.
    private static final Duration LONGEST = Duration.ofDays(367);

    private final Intervals intervals;
    private final FacilityClock zones;
    private final ReportingProfiles profiles;

    BalanceResource(Intervals intervals, FacilityClock zones, ReportingProfiles profiles) {
        this.intervals = intervals;
        this.profiles = profiles;
        this.zones = zones;
    }

    /// What entered a facility beside what its sub-meters say, over the hours in which all of them
    /// are known in full.
    ///
    /// @param mainKwh electricity that entered, by the boundary of the facility; null without such
    ///   an hour
    /// @param subKwh IT, cooling, UPS losses, lighting and other
    /// @param residualKwh main − sub
    /// @param residualShare residual / main, a fraction
    /// @param fails whether the sub-meters stand above the main meters by more than 5 %
    record BalanceView(
            String datacenterId,
            Instant from,
            Instant to,
            long hours,
            @Nullable BigDecimal mainKwh,
            @Nullable BigDecimal subKwh,
            @Nullable BigDecimal residualKwh,
            @Nullable BigDecimal residualShare,
            boolean fails) {}

    @GET
    public BalanceView of(@RestPath String datacenterId, @BeanParam AskedPeriod asked) {
        Interval span = asked.required().in(zones.zoneOf(datacenterId));
        if (span.duration().compareTo(LONGEST) > 0) {
            throw new InvalidInput(
                    "period",
                    "TOO_LONG",
                    "a balance is of a year at most; ask for a shorter period");
        }
        Optional<Balance> balance =
                new Effectiveness(
                                HourSums.of(
                                        intervals.facilityHours(
                                                datacenterId, span.start(), span.end())),
                                0,
                                profiles.of(datacenterId).side())
                        .balance();
        return new BalanceView(
                datacenterId,
                span.start(),
                span.end(),
                balance.map(Balance::hours).orElse(0L),
                balance.map(Balance::mainKwh).orElse(null),
                balance.map(Balance::subKwh).orElse(null),
                balance.map(Balance::residualKwh).orElse(null),
                balance.flatMap(Balance::residualShare).orElse(null),
                balance.filter(Balance::fails).isPresent());
    }
}

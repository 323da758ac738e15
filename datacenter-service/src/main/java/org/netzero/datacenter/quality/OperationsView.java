package org.netzero.datacenter.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.quality.Operations.Energies;
import org.netzero.datacenter.quality.Operations.LastHour;
import org.netzero.platform.listing.Table;

/// A facility at the moment, as clients see it: telemetry, so JSON numbers; null where not known.
///
/// @param lastHour the last hour within a day of which input and IT are known in full
/// @param today the hours since midnight at the site of which they are
/// @param knownUntil of the point that is known the longest
/// @param openFindings that nobody acknowledged, by code
/// @param openNotes how many of them are notes: a rule dealt with what they say
record OperationsView(
        String datacenterId,
        @Nullable String name,
        @Nullable LastHourView lastHour,
        TodayView today,
        int points,
        int silentPoints,
        @Nullable Instant knownUntil,
        Map<FindingCode, Integer> openFindings,
        int openNotes,
        int acknowledgedFindings) {

    private static final int DECIMALS = 6;

    static final List<String> COLUMNS =
            List.of(
                    "datacenterId",
                    "name",
                    "lastHour",
                    "lastHourPue",
                    "lastHourFacilityKw",
                    "lastHourItKw",
                    "lastHourLoad",
                    "todayFacilityKwh",
                    "todayItKwh",
                    "todayPue",
                    "todayCompleteness",
                    "points",
                    "silentPoints",
                    "knownUntil",
                    "openFindings",
                    "openNotes",
                    "acknowledgedFindings");

    /// @param pue null when it is held
    /// @param held whether IT used more than entered the facility
    /// @param load IT power / the power the facility's IT is built for
    record LastHourView(
            Instant start,
            @Nullable Double pue,
            boolean held,
            double facilityKw,
            double itKw,
            @Nullable Double load) {}

    /// @param completeness measured hours / hours that are over; null in the first hour of the day
    record TodayView(
            double facilityKwh,
            double itKwh,
            @Nullable Double pue,
            boolean held,
            int hours,
            @Nullable Double completeness) {}

    /// The last hour of which a point has told.
    ///
    /// @param knownUntil the time of its last reading, unless the hour has a gap before it
    /// @param ageSeconds how long ago that is
    /// @param unit of the amount: kWh, or L of water and flows
    /// @param meanKw mean power over what is known of the hour; null of what is no energy
    record LastHourOfPointView(
            String point,
            MeasuringRole role,
            @Nullable Instant lastHour,
            @Nullable BigDecimal amount,
            String unit,
            @Nullable Double meanKw,
            @Nullable Instant knownUntil,
            @Nullable Long ageSeconds,
            boolean silent) {

        static LastHourOfPointView of(LastHour last, Instant now) {
            Optional<BigDecimal> mean =
                    last.quantity().isEnergy()
                            ? last.amount()
                                    .flatMap(
                                            amount -> last.covered().flatMap(c -> ratio(amount, c)))
                            : Optional.empty();
            return new LastHourOfPointView(
                    last.pointId(),
                    last.role(),
                    last.hour().orElse(null),
                    last.amount().orElse(null),
                    last.quantity().hourUnit(),
                    number(mean),
                    last.knownUntil().orElse(null),
                    last.knownUntil()
                            .map(until -> Duration.between(until, now).toSeconds())
                            .orElse(null),
                    last.silent());
        }
    }

    /// A facility with its points.
    record WithPointsView(OperationsView facility, List<LastHourOfPointView> points) {}

    static OperationsView of(Operations.Now now) {
        Energies today = now.today();
        return new OperationsView(
                now.facility().datacenterId(),
                now.facility().name().orElse(null),
                now.lastHour().last().map(start -> lastHour(now, start)).orElse(null),
                new TodayView(
                        today.facilityKwh().doubleValue(),
                        today.itKwh().doubleValue(),
                        number(pue(today)),
                        isHeld(today),
                        today.hours(),
                        now.hoursToday() == 0
                                ? null
                                : Math.min(1, (double) today.measured() / now.hoursToday())),
                now.points().count(),
                now.points().silent(),
                now.points().knownUntil().orElse(null),
                now.findings(),
                notesAmong(now.findings()),
                now.acknowledged());
    }

    private static int notesAmong(Map<FindingCode, Integer> findings) {
        return findings.entrySet().stream()
                .filter(kind -> kind.getKey().severity() == FindingCode.Severity.NOTE)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static LastHourView lastHour(Operations.Now now, Instant start) {
        Energies energies = now.lastHour();
        return new LastHourView(
                start,
                number(pue(energies)),
                isHeld(energies),
                energies.facilityKwh().doubleValue(),
                energies.itKwh().doubleValue(),
                number(
                        now.facility()
                                .itCapacityKw()
                                .flatMap(capacity -> ratio(energies.itKwh(), capacity))));
    }

    private static Optional<BigDecimal> pue(Energies energies) {
        return ratio(energies.facilityKwh(), energies.itKwh())
                .filter(pue -> pue.compareTo(BigDecimal.ONE) >= 0);
    }

    private static boolean isHeld(Energies energies) {
        return energies.itKwh().compareTo(energies.facilityKwh()) > 0;
    }

    private static Optional<BigDecimal> ratio(BigDecimal numerator, BigDecimal denominator) {
        return denominator.signum() > 0
                ? Optional.of(numerator.divide(denominator, DECIMALS, RoundingMode.HALF_EVEN))
                : Optional.empty();
    }

    private static @Nullable Double number(Optional<BigDecimal> value) {
        return value.map(BigDecimal::doubleValue).orElse(null);
    }

    List<@Nullable Object> row() {
        return Table.row(
                datacenterId,
                name,
                lastHour == null ? null : lastHour.start(),
                lastHour == null ? null : lastHour.pue(),
                lastHour == null ? null : lastHour.facilityKw(),
                lastHour == null ? null : lastHour.itKw(),
                lastHour == null ? null : lastHour.load(),
                today.facilityKwh(),
                today.itKwh(),
                today.pue(),
                today.completeness(),
                points,
                silentPoints,
                knownUntil,
                openFindings.values().stream().mapToInt(Integer::intValue).sum(),
                openNotes,
                acknowledgedFindings);
    }
}

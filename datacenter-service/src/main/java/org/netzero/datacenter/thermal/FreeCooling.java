package org.netzero.datacenter.thermal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;

/// Hours in which IT runs and is cooled without the chiller.
///
/// An hour counts when the mean of its condition, an outdoor temperature in °C or a chiller's power
/// in kW, is at or below a limit while IT uses energy. An hour of which either is not known whole
/// is unknown, and neither counts nor does not.
///
/// @param condition means by hour
/// @param limit in the unit of the condition
/// @param it energy of IT by hour
/// @param expectedHours hours of the stretch that are over
public record FreeCooling(
        NavigableMap<Instant, BigDecimal> condition,
        BigDecimal limit,
        HourlyEnergy it,
        long expectedHours) {

    /// Hours of which both are known.
    public long knownHours() {
        return it.kwh().keySet().stream().filter(condition::containsKey).count();
    }

    /// Known hours in which IT was on.
    public long loadedHours() {
        return it.kwh().entrySet().stream()
                .filter(hour -> condition.containsKey(hour.getKey()))
                .filter(hour -> hour.getValue().signum() > 0)
                .count();
    }

    /// Free-cooling hours; empty where no hour is known.
    public Optional<Long> hours() {
        return knownHours() == 0
                ? Optional.empty()
                : Optional.of(
                        it.kwh().entrySet().stream()
                                .filter(hour -> hour.getValue().signum() > 0)
                                .filter(hour -> isFree(hour.getKey()))
                                .count());
    }

    private boolean isFree(Instant hour) {
        return Optional.ofNullable(condition.get(hour))
                .filter(mean -> mean.compareTo(limit) <= 0)
                .isPresent();
    }

    /// Free-cooling hours / hours with IT on.
    public Optional<BigDecimal> share() {
        return hours().flatMap(free ->
                Share.of(BigDecimal.valueOf(free), BigDecimal.valueOf(loadedHours())));
    }

    /// Known hours / hours that are over.
    public Optional<BigDecimal> completeness() {
        return Share.of(BigDecimal.valueOf(knownHours()), BigDecimal.valueOf(expectedHours))
                .map(share -> share.min(BigDecimal.ONE));
    }
}

package org.netzero.datacenter.interval;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.netzero.datacenter.metering.HourAmount;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.Quarters;

/// What a point measured within one hour, as it is stored: where telemetry becomes accounting. From
/// here on amounts are exact decimals.
///
/// @param amount kWh; L for water and flows, °C·h for temperatures
/// @param measured share of the hour that was measured, 0 to 1
/// @param covered the same with bridged gaps
/// @param flags bits of [HourFlag]
/// @param quarters amounts of the quarters, which sum up to the amount; empty of hours that were
///   told before there were quarters
record ExactHour(
        BigDecimal amount,
        BigDecimal measured,
        BigDecimal covered,
        int flags,
        Optional<List<BigDecimal>> quarters) {

    /// Digits kept of an amount: a thousandth of a Wh.
    private static final int DECIMALS = 6;

    static ExactHour of(HourAmount hour) {
        BigDecimal amount = decimal(hour.amount());
        return new ExactHour(
                amount,
                decimal(hour.measuredShare()),
                decimal(hour.coveredShare()),
                HourFlag.toBits(hour.flags()),
                hour.quarters().map(quarters -> split(amount, quarters)));
    }

    /// What has been measured by the end of each quarter is rounded, so that nothing is lost or won
    /// between them.
    private static List<BigDecimal> split(BigDecimal amount, Quarters quarters) {
        BigDecimal first = decimal(quarters.first());
        BigDecimal half = decimal(quarters.first() + quarters.second());
        BigDecimal three = decimal(quarters.first() + quarters.second() + quarters.third());
        return List.of(first, half.subtract(first), three.subtract(half), amount.subtract(three));
    }

    private static BigDecimal decimal(double amount) {
        return BigDecimal.valueOf(amount).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}

package org.netzero.datacenter.facility;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.metering.Meter;

/// A place in a data centre where something is measured.
///
/// @param pointId the id its readings name
/// @param datacenterId the facility it belongs to
/// @param role what it served
/// @param quantity what its values are
/// @param unit symbol of the unit of its values
/// @param maximum value at which a counter starts again from 0, in its own unit
/// @param ratedPowerKw largest power that can physically be, kW
/// @param bidirectional whether a counter may fall, or a power be negative
public record MeasuringPoint(
        String pointId,
        String datacenterId,
        MeasuringRole role,
        MeasuredQuantity quantity,
        String unit,
        Optional<BigDecimal> maximum,
        Optional<BigDecimal> ratedPowerKw,
        boolean bidirectional) {

    public MeasuringPoint {
        if (!quantity.unitSymbols().contains(unit)) {
            throw new IllegalArgumentException(
                    "%s is not measured in %s".formatted(quantity, unit));
        }
        maximum = maximum.map(BigDecimal::stripTrailingZeros);
        ratedPowerKw = ratedPowerKw.map(BigDecimal::stripTrailingZeros);
    }

    /// What its readings need to become amounts. A temperature is below zero without being declared
    /// so.
    public Optional<Meter> meter() {
        return Optional.of(
                new Meter(
                        quantity.kind(),
                        quantity.baseUnits(unit),
                        toDouble(maximum),
                        toDouble(ratedPowerKw),
                        bidirectional || quantity == MeasuredQuantity.TEMPERATURE));
    }

    /// Whether the other point measures the same: what its readings mean does not change.
    boolean measuresLike(MeasuringPoint other) {
        return datacenterId.equals(other.datacenterId)
                && role == other.role
                && quantity == other.quantity
                && unit.equals(other.unit);
    }

    private static OptionalDouble toDouble(Optional<BigDecimal> value) {
        return value.map(decimal -> OptionalDouble.of(decimal.doubleValue()))
                .orElse(OptionalDouble.empty());
    }
}

package org.netzero.datacenter.facility;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.metering.Meter;
import org.netzero.datacenter.metering.RevisionPolicy;

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
/// @param revisions which value counts where another one arrives for the same time
/// @param parent the main meter of the same facility that also counts what this one counts
/// @param room where it is, in the words of the facility
public record MeasuringPoint(
        String pointId,
        String datacenterId,
        MeasuringRole role,
        MeasuredQuantity quantity,
        String unit,
        Optional<BigDecimal> maximum,
        Optional<BigDecimal> ratedPowerKw,
        boolean bidirectional,
        RevisionPolicy revisions,
        Optional<String> parent,
        Optional<String> room) {

    public MeasuringPoint {
        if (!quantity.isMeasuredIn(unit)) {
            throw new IllegalArgumentException(
                    "%s is not measured in %s".formatted(quantity, unit));
        }
        maximum = stripped(maximum);
        ratedPowerKw = stripped(ratedPowerKw);
    }

    /// The same object where nothing is to be stripped: many points share it.
    private static Optional<BigDecimal> stripped(Optional<BigDecimal> value) {
        Optional<BigDecimal> stripped = value.map(BigDecimal::stripTrailingZeros);
        return stripped.equals(value) ? value : stripped;
    }

    /// A point without main meter and room, of which the value counts that arrived first.
    public MeasuringPoint(
            String pointId,
            String datacenterId,
            MeasuringRole role,
            MeasuredQuantity quantity,
            String unit,
            Optional<BigDecimal> maximum,
            Optional<BigDecimal> ratedPowerKw,
            boolean bidirectional) {
        this(
                pointId,
                datacenterId,
                role,
                quantity,
                unit,
                maximum,
                ratedPowerKw,
                bidirectional,
                RevisionPolicy.FIRST_KEPT,
                Optional.empty(),
                Optional.empty());
    }

    /// What its readings need to become amounts.
    public Optional<Meter> meter() {
        return Optional.of(meter(List.of()));
    }

    /// @param exchanges of its counter, in the order of their time
    Meter meter(List<Meter.Exchange> exchanges) {
        return new Meter(
                quantity.kind(),
                quantity.baseUnits(unit),
                toDouble(maximum),
                toDouble(ratedPowerKw),
                // a temperature may be below 0, whatever is declared
                bidirectional || quantity == MeasuredQuantity.TEMPERATURE,
                revisions,
                exchanges);
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

package org.netzero.datacenter.facility;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.netzero.datacenter.metering.Meter;
import org.netzero.quantities.Dimension;
import org.netzero.quantities.Unit;

/// What the values of a measuring point are, and in which units they may come.
public enum MeasuredQuantity {
    ENERGY_COUNTER(Meter.Kind.COUNTER, Unit.KWH),
    POWER(Meter.Kind.GAUGE, Unit.KW),
    WATER_COUNTER(Meter.Kind.COUNTER, Unit.L),
    HEAT_COUNTER(Meter.Kind.COUNTER, Unit.KWH),
    /// Kept as readings; a temperature has no amount per hour.
    TEMPERATURE;

    private static final List<String> TEMPERATURE_UNITS = List.of("degC", "°C");

    private final Optional<Meter.Kind> kind;
    private final Optional<Unit> baseUnit;

    MeasuredQuantity(Meter.Kind kind, Unit baseUnit) {
        this.kind = Optional.of(kind);
        this.baseUnit = Optional.of(baseUnit);
    }

    MeasuredQuantity() {
        this.kind = Optional.empty();
        this.baseUnit = Optional.empty();
    }

    /// The symbols of the units in which this quantity may be measured.
    public List<String> unitSymbols() {
        return baseUnit.map(unit -> symbolsOf(unit.dimension())).orElse(TEMPERATURE_UNITS);
    }

    private static List<String> symbolsOf(Dimension dimension) {
        return Arrays.stream(Unit.values())
                .filter(unit -> unit.dimension() == dimension)
                .map(Unit::symbol)
                .toList();
    }

    public boolean isEnergy() {
        return this == ENERGY_COUNTER || this == POWER || this == HEAT_COUNTER;
    }

    /// Whether its values are a total since some beginning.
    public boolean isCounter() {
        return kind.filter(Meter.Kind.COUNTER::equals).isPresent();
    }

    /// How values turn into amounts; empty where they do not.
    Optional<Meter.Kind> kind() {
        return kind;
    }

    /// How many base units (kWh, kW, L) one of this unit is.
    double baseUnits(String unitSymbol) {
        return baseUnit.map(base -> Unit.parse(unitSymbol).in(base))
                .map(factor ->
                        factor.numerator().doubleValue() / factor.denominator().doubleValue())
                .orElse(1.0);
    }
}

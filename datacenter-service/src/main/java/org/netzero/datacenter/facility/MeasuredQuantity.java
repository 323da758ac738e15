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
    /// Over time it adds up to °C·h, which only serve to tell a mean.
    TEMPERATURE("degC °C"),
    /// A flow of volume; over time it adds up to m3.
    FLOW("m3/h L/s L/min L/h");

    private final Meter.Kind kind;
    private final Optional<Unit> baseUnit;
    private final String conditionUnits;

    MeasuredQuantity(Meter.Kind kind, Unit baseUnit) {
        this.kind = kind;
        this.baseUnit = Optional.of(baseUnit);
        this.conditionUnits = "";
    }

    /// A condition: of the moment, without a sum that means anything.
    ///
    /// @param units their symbols, apart by spaces
    MeasuredQuantity(String units) {
        this.kind = Meter.Kind.GAUGE;
        this.baseUnit = Optional.empty();
        this.conditionUnits = units;
    }

    /// The symbols of the units in which this quantity may be measured.
    public List<String> unitSymbols() {
        return baseUnit.map(unit -> symbolsOf(unit.dimension()))
                .orElseGet(() -> List.of(conditionUnits.split(" ", -1)));
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

    /// Whether it says how something is and not how much there was: it enters no sum of a role.
    public boolean isCondition() {
        return baseUnit.isEmpty();
    }

    /// Whether its values are a total since some beginning.
    public boolean isCounter() {
        return kind == Meter.Kind.COUNTER;
    }

    /// How values turn into amounts.
    Meter.Kind kind() {
        return kind;
    }

    /// How many base units (kWh, kW, L; °C, m3/h) one of this unit is.
    double baseUnits(String unitSymbol) {
        return baseUnit.map(base -> Unit.parse(unitSymbol).in(base))
                .map(factor ->
                        factor.numerator().doubleValue() / factor.denominator().doubleValue())
                .orElseGet(() ->
                        switch (unitSymbol) {
                            case "L/s" -> 3.6;
                            case "L/min" -> 0.06;
                            case "L/h" -> 0.001;
                            default -> 1.0;
                        });
    }
}

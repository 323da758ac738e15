package org.netzero.datacenter.facility;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.netzero.datacenter.metering.Meter;
import org.netzero.quantities.Fraction;
import org.netzero.quantities.Unit;

/// What the values of a measuring point are, and in which units they may come.
public enum MeasuredQuantity {
    ENERGY_COUNTER(Meter.Kind.COUNTER, Unit.KWH),
    POWER(Meter.Kind.GAUGE, Unit.KW),
    WATER_COUNTER(Meter.Kind.COUNTER, Unit.L),
    HEAT_COUNTER(Meter.Kind.COUNTER, Unit.KWH),
    /// Volume per time; its amount per hour is a volume, which belongs to no sum of a role.
    FLOW,
    /// Its amount per hour is temperature × time, °C·h, whose quotient by the covered share is the
    /// mean; it belongs to no sum.
    TEMPERATURE;

    /// How many base units the units of each quantity are.
    private static final Map<MeasuredQuantity, Map<String, Fraction>> IN_BASE_UNITS =
            Arrays.stream(values())
                    .collect(Collectors.toMap(quantity -> quantity, MeasuredQuantity::inBaseUnits));

    private final Meter.Kind kind;
    private final Optional<Unit> baseUnit;

    MeasuredQuantity(Meter.Kind kind, Unit baseUnit) {
        this.kind = kind;
        this.baseUnit = Optional.of(baseUnit);
    }

    MeasuredQuantity() {
        this.kind = Meter.Kind.GAUGE;
        this.baseUnit = Optional.empty();
    }

    private static Map<String, Fraction> inBaseUnits(MeasuredQuantity quantity) {
        var units = new LinkedHashMap<String, Fraction>();
        switch (quantity) {
            case ENERGY_COUNTER, POWER, WATER_COUNTER, HEAT_COUNTER ->
                    quantity.baseUnit.ifPresent(base ->
                            Arrays.stream(Unit.values())
                                    .filter(base::compatibleWith)
                                    .forEach(unit -> units.put(unit.symbol(), unit.in(base))));
            case FLOW -> {
                units.put("L/h", Fraction.ONE);
                units.put("L/min", Fraction.of(60, 1));
                units.put("L/s", Fraction.of(3_600, 1));
                units.put("m3/h", Fraction.of(1_000, 1));
            }
            case TEMPERATURE -> {
                units.put("degC", Fraction.ONE);
                units.put("°C", Fraction.ONE);
            }
        }
        return units;
    }

    private Map<String, Fraction> units() {
        return IN_BASE_UNITS.getOrDefault(this, Map.of());
    }

    /// The symbols of the units in which this quantity may be measured.
    public List<String> unitSymbols() {
        return List.copyOf(units().keySet());
    }

    /// Whether any quantity is measured in a unit of this symbol.
    public static boolean isUnit(String symbol) {
        return Arrays.stream(values()).anyMatch(quantity -> quantity.isMeasuredIn(symbol));
    }

    boolean isMeasuredIn(String unitSymbol) {
        return units().containsKey(unitSymbol);
    }

    public boolean isEnergy() {
        return this == ENERGY_COUNTER || this == POWER || this == HEAT_COUNTER;
    }

    /// Whether its values are a total since some beginning.
    public boolean isCounter() {
        return kind == Meter.Kind.COUNTER;
    }

    /// The unit of what is measured within an hour.
    public String hourUnit() {
        return switch (this) {
            case ENERGY_COUNTER, POWER, HEAT_COUNTER -> "kWh";
            case WATER_COUNTER, FLOW -> "L";
            case TEMPERATURE -> "°C·h";
        };
    }

    /// Whether its hours add up with others to those of its role.
    public boolean isSummed() {
        return this != FLOW && this != TEMPERATURE;
    }

    /// Whether what a meter of the other kind counts can be a part of what this one counts.
    boolean contains(MeasuredQuantity other) {
        return isSummed() && other.isSummed() && isEnergy() == other.isEnergy();
    }

    /// How values turn into amounts.
    Meter.Kind kind() {
        return kind;
    }

    /// How many of another unit of this quantity one of this unit is; empty where one of them is
    /// none of its units.
    Optional<Fraction> factor(String unitSymbol, String otherSymbol) {
        return Optional.ofNullable(units().get(unitSymbol))
                .flatMap(
                        unit -> Optional.ofNullable(units().get(otherSymbol)).map(unit::dividedBy));
    }

    /// How many base units (kWh, kW, L, L/h, °C) one of this unit is.
    double baseUnits(String unitSymbol) {
        Fraction factor = units().getOrDefault(unitSymbol, Fraction.ONE);
        return factor.numerator().doubleValue() / factor.denominator().doubleValue();
    }
}

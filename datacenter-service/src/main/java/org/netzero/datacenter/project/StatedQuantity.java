package org.netzero.datacenter.project;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.netzero.quantities.Dimension;
import org.netzero.quantities.Unit;

/// What reports state of projects, and what would be needed to compute it.
enum StatedQuantity {
    CO2_AVOIDED(Dimension.CO2E_MASS),
    BASELINE_CO2(Dimension.CO2E_MASS),
    CO2_PER_TREE_AND_YEAR(Dimension.CO2E_MASS),
    TREES(Dimension.COUNT),
    FOOTBALL_FIELDS(Dimension.COUNT),
    TREES_PER_FOOTBALL_FIELD(Dimension.COUNT),
    SHARE_SAVED("%"),
    BASELINE_ENERGY(Dimension.ENERGY),
    ACTUAL_ENERGY(Dimension.ENERGY),
    ENERGY_SAVED(Dimension.ENERGY),
    ENERGY_SAVED_PER_SERVER(Dimension.ENERGY),
    SERVERS(Dimension.COUNT),
    SERVER_POWER(Dimension.POWER),
    PUE("1"),
    CONVENTIONAL_PUE("1"),
    FACILITY_ENERGY(Dimension.ENERGY),
    IT_ENERGY(Dimension.ENERGY),
    DELIVERED_HEAT(Dimension.ENERGY),
    HEAT_PUMP_ELECTRICITY(Dimension.ENERGY),
    REPLACED_HEAT_FACTOR("kgCO2e/kWh"),
    GRID_FACTOR("kgCO2e/kWh"),
    FUEL(Dimension.NET_CALORIFIC_ENERGY),
    FUEL_FACTOR("kgCO2e/kWh (Net CV)"),
    POWER_MADE(Dimension.ENERGY),
    HEAT_MADE(Dimension.ENERGY),
    COOLING_MADE(Dimension.ENERGY),
    BOILER_EFFICIENCY("1"),
    CHILLER_PERFORMANCE("1"),
    SUPPLY_TEMPERATURE("degC"),
    MEASURING_POINTS(Dimension.COUNT),
    /// The project is planned; it has no figure yet.
    PLANNED("");

    private final Optional<Dimension> dimension;
    private final String ownUnit;

    StatedQuantity(Dimension dimension) {
        this.dimension = Optional.of(dimension);
        this.ownUnit = "";
    }

    StatedQuantity(String ownUnit) {
        this.dimension = Optional.empty();
        this.ownUnit = ownUnit;
    }

    /// The unit in which it is computed.
    String baseUnit() {
        return dimension.map(Dimension::baseUnit).map(Unit::symbol).orElse(ownUnit);
    }

    Optional<Dimension> dimension() {
        return dimension;
    }

    /// The symbols of the units in which it may be stated.
    List<String> units() {
        return dimension
                .map(known ->
                        Arrays.stream(Unit.values())
                                .filter(unit -> unit.dimension() == known)
                                .map(Unit::symbol)
                                .toList())
                .orElse(List.of(ownUnit));
    }

    /// Whether others are divided by it, so that it cannot be 0.
    boolean isDivisor() {
        return switch (this) {
            case CO2_PER_TREE_AND_YEAR,
                    TREES,
                    TREES_PER_FOOTBALL_FIELD,
                    SHARE_SAVED,
                    BASELINE_ENERGY,
                    SERVERS,
                    SERVER_POWER,
                    IT_ENERGY,
                    BOILER_EFFICIENCY,
                    CHILLER_PERFORMANCE ->
                    true;
            default -> false;
        };
    }

    boolean hasValue() {
        return this != PLANNED;
    }
}

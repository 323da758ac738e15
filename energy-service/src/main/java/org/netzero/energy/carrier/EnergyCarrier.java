package org.netzero.energy.carrier;

import java.util.Arrays;
import java.util.List;
import org.netzero.quantities.Dimension;
import org.netzero.quantities.Unit;

/// What brings the energy. Each carrier is accounted in the dimensions it is metered in.
public enum EnergyCarrier {
    ELECTRICITY(Metering.ENERGY),
    NATURAL_GAS(Metering.FLUID),
    DIESEL(Metering.FLUID),
    GASOLINE(Metering.FLUID),
    LPG(Metering.FLUID),
    COAL(Metering.SOLID),
    HEATING_OIL(Metering.FLUID),
    JET_FUEL(Metering.FLUID),
    BIOMASS(Metering.SOLID),
    DISTRICT_HEAT(Metering.ENERGY),
    STEAM(Metering.ENERGY),
    DISTRICT_COOLING(Metering.ENERGY);

    private enum Metering {
        ENERGY,
        FLUID,
        SOLID
    }

    private final Metering metering;

    EnergyCarrier(Metering metering) {
        this.metering = metering;
    }

    /// Burnt, and so known by its mass, volume or calorific energy; anything else is delivered as
    /// energy.
    public boolean isFuel() {
        return metering != Metering.ENERGY;
    }

    /// A fuel's energy has to say whether it is net or gross: `MWh` alone leaves that open.
    public boolean isMeteredIn(Unit unit) {
        Dimension dimension = unit.dimension();
        return switch (metering) {
            case ENERGY -> dimension == Dimension.ENERGY;
            case FLUID ->
                    dimension == Dimension.VOLUME
                            || dimension == Dimension.MASS
                            || isCalorific(dimension);
            case SOLID -> dimension == Dimension.MASS || isCalorific(dimension);
        };
    }

    private static boolean isCalorific(Dimension dimension) {
        return dimension == Dimension.NET_CALORIFIC_ENERGY
                || dimension == Dimension.GROSS_CALORIFIC_ENERGY;
    }

    /// The symbols of the units this carrier is metered in.
    public List<String> units() {
        return Arrays.stream(Unit.values()).filter(this::isMeteredIn).map(Unit::symbol).toList();
    }
}

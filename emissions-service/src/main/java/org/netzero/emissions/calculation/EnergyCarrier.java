package org.netzero.emissions.calculation;

/// What energy comes in, and the activity its factors are for.
public enum EnergyCarrier {
    ELECTRICITY(false, "electricity"),
    NATURAL_GAS(true, "natural-gas"),
    DIESEL(true, "diesel"),
    GASOLINE(true, "gasoline"),
    LPG(true, "lpg"),
    COAL(true, "coal"),
    HEATING_OIL(true, "fuel-oil"),
    JET_FUEL(true, "kerosene"),
    BIOMASS(true, "biomass"),
    DISTRICT_HEAT(false, "district-heat"),
    STEAM(false, "steam"),
    DISTRICT_COOLING(false, "district-cooling");

    private final boolean fuel;
    private final String activity;

    EnergyCarrier(boolean fuel, String activity) {
        this.fuel = fuel;
        this.activity = activity;
    }

    public boolean isFuel() {
        return fuel;
    }

    public String activity() {
        return activity;
    }
}

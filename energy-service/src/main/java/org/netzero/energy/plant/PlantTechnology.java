package org.netzero.energy.plant;

import org.netzero.energy.carrier.EnergySource;

/// How an own plant generates. It decides which line of the balance its energy belongs to.
public enum PlantTechnology {
    /// Photovoltaic modules.
    PV(EnergySource.ON_SITE_PV),
    WIND(EnergySource.ON_SITE_WIND),
    /// Combined heat and power: an engine or a turbine whose heat is used.
    CHP(EnergySource.ON_SITE_CHP),
    /// Combined cooling, heat and power.
    TRI_GENERATION(EnergySource.ON_SITE_CHP),
    /// Makes power, and mostly heat, of a fuel without burning it. Its fuel is accounted as fuel
    /// all the same.
    FUEL_CELL(EnergySource.ON_SITE_CHP);

    private final EnergySource source;

    PlantTechnology(EnergySource source) {
        this.source = source;
    }

    public EnergySource source() {
        return source;
    }

    public boolean takesFuel() {
        return source == EnergySource.ON_SITE_CHP;
    }
}

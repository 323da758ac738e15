package org.netzero.energy.claim;

/// How the plant makes power.
public enum Technology {
    WIND(Nature.RENEWABLE, true),
    SOLAR(Nature.RENEWABLE, true),
    HYDRO(Nature.RENEWABLE, true),
    /// Emits methane and nitrous oxide where it is burnt, so its rate has to be stated.
    BIOMASS(Nature.RENEWABLE, false),
    GEOTHERMAL(Nature.RENEWABLE, true),
    MARINE(Nature.RENEWABLE, true),
    /// Carbon-free, and never renewable.
    NUCLEAR(Nature.NOT_RENEWABLE, true),
    MIXED(Nature.NOT_SAID, false),
    OTHER(Nature.NOT_SAID, false);

    /// Whether the technology alone says that its power is renewable.
    enum Nature {
        RENEWABLE,
        NOT_RENEWABLE,
        NOT_SAID
    }

    private final Nature nature;
    private final boolean zeroRate;

    Technology(Nature nature, boolean zeroRate) {
        this.nature = nature;
        this.zeroRate = zeroRate;
    }

    Nature nature() {
        return nature;
    }

    /// Whether a kilowatt-hour of it is generated without greenhouse gas.
    public boolean isZeroRate() {
        return zeroRate;
    }

    /// Whether somebody's statement that its power is or is not renewable can be true.
    public boolean allows(boolean renewable) {
        return switch (nature) {
            case RENEWABLE -> renewable;
            case NOT_RENEWABLE -> !renewable;
            case NOT_SAID -> true;
        };
    }
}

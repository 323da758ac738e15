package org.netzero.emissions.calculation;

/// How energy came to a site, or left it.
public enum EnergySource {
    PURCHASED(Role.PURCHASED),
    /// A part of `PURCHASED`, never added to it.
    PURCHASED_RENEWABLE(Role.PURCHASED_RENEWABLE),
    COMBUSTION_STATIONARY(Role.BURNT),
    COMBUSTION_MOBILE(Role.BURNT),
    ON_SITE_PV(Role.OWN),
    ON_SITE_WIND(Role.OWN),
    ON_SITE_CHP(Role.OWN),
    EXPORTED(Role.MOVED),
    STORAGE_CHARGE(Role.MOVED),
    STORAGE_DISCHARGE(Role.MOVED);

    /// What a source means for emissions; a group's total and its sites' parts meet by role, those
    /// of own generation by source.
    enum Role {
        PURCHASED,
        PURCHASED_RENEWABLE,
        BURNT,
        /// Generated on site: its fuel, if it has one, is accounted as fuel.
        OWN,
        /// Neither bought nor burnt.
        MOVED
    }

    private final Role role;

    EnergySource(Role role) {
        this.role = role;
    }

    Role role() {
        return role;
    }
}

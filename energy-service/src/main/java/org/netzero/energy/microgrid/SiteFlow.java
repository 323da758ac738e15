package org.netzero.energy.microgrid;

import java.util.Optional;
import org.netzero.energy.carrier.EnergySource;

/// What flows through a site.
enum SiteFlow {
    GRID_IMPORT(1),
    PV(1),
    WIND(1),
    /// Own plants that take fuel.
    OTHER_GENERATION(1),
    STORAGE_DISCHARGE(1),
    STORAGE_CHARGE(-1),
    GRID_EXPORT(-1),
    /// Never there, and so in no balance.
    CURTAILED(0),
    /// As the site meters it itself.
    METERED_LOAD(0);

    private final int direction;

    SiteFlow(int direction) {
        this.direction = direction;
    }

    /// 1 for what comes to the load, −1 for what leaves it, 0 for what does neither.
    int direction() {
        return direction;
    }

    /// Empty for what is a part of another stream.
    static Optional<SiteFlow> of(EnergySource source) {
        return switch (source) {
            case PURCHASED -> Optional.of(GRID_IMPORT);
            case ON_SITE_PV -> Optional.of(PV);
            case ON_SITE_WIND -> Optional.of(WIND);
            case ON_SITE_CHP -> Optional.of(OTHER_GENERATION);
            case STORAGE_DISCHARGE -> Optional.of(STORAGE_DISCHARGE);
            case STORAGE_CHARGE -> Optional.of(STORAGE_CHARGE);
            case EXPORTED -> Optional.of(GRID_EXPORT);
            case CURTAILED -> Optional.of(CURTAILED);
            case LOAD -> Optional.of(METERED_LOAD);
            case PURCHASED_RENEWABLE, COMBUSTION_STATIONARY, COMBUSTION_MOBILE -> Optional.empty();
        };
    }
}

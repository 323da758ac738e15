package org.netzero.datacenter.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.effectiveness.Fleet;

/// The fleet's year as clients see it.
///
/// @param mean of the facilities' PUE
/// @param energyWeighted energies of all facilities divided
/// @param interim those of the included whose PUE is measured over a part of the year only
/// @param stated by a report; absent figures are null
record FleetView(
        int year,
        Pue mean,
        Pue energyWeighted,
        List<String> included,
        List<String> interim,
        List<Fleet.LeftOut> leftOut,
        Pue stated) {

    record Pue(@Nullable Double pue) {}
}

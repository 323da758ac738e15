package org.netzero.energy.meter;

import java.time.LocalDate;
import java.util.Optional;
import org.netzero.energy.balance.Series;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.claim.Technology;

/// A meter of energy at a site.
///
/// @param source which line of the balance its energy belongs to. The hourly generation of a plant
///   that supplies a site by contract is `PURCHASED_RENEWABLE`
/// @param technology how a plant under contract makes its power, where that is stated
/// @param zone the part of the grid it is connected to, where that is not the site's
/// @param inServiceFrom the first local day its intervals are expected of; the day of the first one
///   on file where it is not stated
/// @param inServiceTo the day after the last one
/// @param plantId the plant whose generation, export, curtailment or heat it measures
/// @param storageId the storage whose charge or discharge it measures
public record Meter(
        String meterId,
        String siteId,
        EnergyCarrier carrier,
        EnergySource source,
        Optional<Technology> technology,
        Optional<String> zone,
        Optional<LocalDate> inServiceFrom,
        Optional<LocalDate> inServiceTo,
        Optional<String> plantId,
        Optional<String> storageId) {

    /// Whether its energy belongs to the line of the balance that its source names: what a nuclear
    /// plant supplies is bought, and not renewable.
    boolean isSummed() {
        return technology.filter(of -> of == Technology.NUCLEAR).isEmpty();
    }

    public Series series() {
        return new Series(siteId, carrier, source);
    }

    /// Whether what this one measured can be read as the other's: only the days in service, and the
    /// plant or storage it is told to belong to, may differ, and a technology be stated that was
    /// not.
    boolean measuresWhat(Meter other) {
        return series().equals(other.series())
                && zone.equals(other.zone)
                && (technology.isEmpty() || technology.equals(other.technology));
    }
}

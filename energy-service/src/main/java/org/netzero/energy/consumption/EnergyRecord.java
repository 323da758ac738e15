package org.netzero.energy.consumption;

import java.util.Optional;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.Provenance;
import org.netzero.platform.input.StatedInterval;
import org.netzero.quantities.Quantity;

/// An amount of energy or fuel at a site within an interval, as its sender states it.
///
/// @param recordId the sender's id: the same id with the same content is the same record
/// @param interval local days of the site, or instants
/// @param evidence where the figure can be looked up
/// @param supersedes the id of the record this one corrects; may be this record's own id
record EnergyRecord(
        String recordId,
        String siteId,
        EnergyCarrier carrier,
        EnergySource source,
        Quantity quantity,
        StatedInterval interval,
        Provenance provenance,
        Optional<String> evidence,
        Optional<String> supersedes) {}

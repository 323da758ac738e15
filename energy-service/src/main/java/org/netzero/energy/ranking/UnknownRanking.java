package org.netzero.energy.ranking;

import java.util.Optional;
import org.netzero.energy.carrier.EnergyCarrier;

/// No order of sources is set here, so the usual one holds already.
final class UnknownRanking extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownRanking(String siteId, Optional<EnergyCarrier> carrier) {
        super(
                "No order of sources is set for %s of '%s'; the usual one holds"
                        .formatted(carrier.map(Enum::name).orElse("all carriers"), siteId));
    }
}

package org.netzero.datacenter.effectiveness;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What is known of where a facility's energy comes from.
///
/// @param zone by whose days factors and instruments are dated
/// @param factors of its place; empty where the place or its factors are not known
/// @param instruments allocated to its site
/// @param generationRenewable whether its own generation is from renewable sources; empty where
///   that is not stated
/// @param fuel what its fuel emits; empty where that is not stated
/// @param otherCarriers whether heat or cold enters it, which no factor of electricity is for
public record Supply(
        ZoneId zone,
        List<GridFactor> factors,
        List<SiteInstrument> instruments,
        Optional<Boolean> generationRenewable,
        Optional<FuelFactor> fuel,
        boolean otherCarriers) {

    public Supply {
        factors = List.copyOf(factors);
        instruments = List.copyOf(instruments);
    }

    /// A stated factor of the fuel that a facility burns.
    ///
    /// @param source document and table
    public record FuelFactor(BigDecimal kgCo2ePerKwh, String source) {}
}

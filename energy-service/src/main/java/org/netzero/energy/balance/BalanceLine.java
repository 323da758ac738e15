package org.netzero.energy.balance;

import java.util.Optional;
import org.netzero.energy.carrier.EnergyContent;
import org.netzero.energy.carrier.Flow;

/// One figure that the balance adds, with its energy and how that was found.
///
/// @param energy empty when the heating values do not give it: missing, not zero
public record BalanceLine(EnergyItem item, Optional<EnergyContent> energy) {

    public boolean isOf(Flow flow) {
        return item.series().source().flow() == flow;
    }
}

package org.netzero.energy.report;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.BalanceLine;
import org.netzero.energy.balance.EnergyBalance;
import org.netzero.energy.carrier.CoalEquivalents;
import org.netzero.energy.carrier.CoalEquivalents.CoalEquivalent;
import org.netzero.energy.carrier.Flow;

/// The lines of a balance in coal equivalents.
record CoalView(EnergyBalance balance, CoalEquivalents coefficients) {

    Optional<CoalEquivalent> of(BalanceLine line) {
        return coefficients.of(
                line.item().series().carrier(),
                line.item().quantity(),
                line.energy(),
                balance.heatingValues());
    }

    /// The sum of some lines in tonnes; null where none of them has one.
    @Nullable BigDecimal tce(Predicate<BalanceLine> which) {
        return Presentation.tce(
                balance.lines().stream()
                        .filter(which)
                        .flatMap(line -> of(line).stream())
                        .map(CoalEquivalent::kgce)
                        .reduce(BigDecimal::add));
    }

    static boolean isConsumption(BalanceLine line) {
        return flowOf(line) == Flow.COMBUSTION || flowOf(line) == Flow.PURCHASE;
    }

    static Flow flowOf(BalanceLine line) {
        return line.item().series().source().flow();
    }
}

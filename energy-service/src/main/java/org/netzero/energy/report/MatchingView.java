package org.netzero.energy.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.EnergyBalance;
import org.netzero.energy.balance.Finding;

/// How much of the electricity used was matched by renewable supply within the same year. Supply
/// beyond the load matches nothing.
///
/// @param score matched energy as a fraction of the load
record MatchingView(
        String period,
        String granularity,
        @Nullable BigDecimal score,
        @Nullable BigDecimal loadMwh,
        @Nullable BigDecimal matchedMwh,
        @Nullable BigDecimal unmatchedMwh,
        List<Finding> findings) {

    static MatchingView ofYear(EnergyBalance balance) {
        Optional<BigDecimal> load = balance.electricityUsedKwh();
        Optional<BigDecimal> matched = load.flatMap(used -> balance.renewableKwh().map(used::min));
        return new MatchingView(
                balance.period().toString(),
                "year",
                Presentation.share(matched, load),
                Presentation.mwh(load),
                Presentation.mwh(matched),
                Presentation.mwh(load.flatMap(used -> matched.map(used::subtract))),
                balance.findings());
    }
}

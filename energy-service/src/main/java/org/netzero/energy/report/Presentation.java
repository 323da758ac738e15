package org.netzero.energy.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// The one place where figures of the balance are rounded: energy to hundredths of a MWh, shares to
/// six decimals.
final class Presentation {

    private static final int MWH_DECIMALS = 2;
    private static final int SHARE_DECIMALS = 6;

    private Presentation() {}

    static @Nullable BigDecimal mwh(Optional<BigDecimal> kwh) {
        return kwh.map(exact ->
                        new Quantity(exact, Unit.KWH)
                                .to(Unit.MWH)
                                .value()
                                .setScale(MWH_DECIMALS, RoundingMode.HALF_EVEN))
                .orElse(null);
    }

    /// Empty when one of the two is not known, or the whole is zero.
    static @Nullable BigDecimal share(Optional<BigDecimal> part, Optional<BigDecimal> whole) {
        return part.flatMap(of ->
                        whole.filter(all -> all.signum() > 0)
                                .map(all -> of.divide(all, SHARE_DECIMALS, RoundingMode.HALF_EVEN)))
                .orElse(null);
    }
}

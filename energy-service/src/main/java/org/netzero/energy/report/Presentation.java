package org.netzero.energy.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.carrier.Joules;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// The one place where figures of the balance are rounded: energy to hundredths of a MWh, shares to
/// six decimals, emissions of hours to the gram, coal equivalents to the kilogram.
public final class Presentation {

    private static final int MWH_DECIMALS = 2;
    private static final int SHARE_DECIMALS = 6;
    private static final int POINT_DECIMALS = 4;
    private static final int MONEY_DECIMALS = 2;
    private static final int KWH_DECIMALS = 12;
    private static final int KG_DECIMALS = 3;
    private static final int INTENSITY_DECIMALS = 6;

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);

    private Presentation() {}

    public static @Nullable BigDecimal mwh(Optional<BigDecimal> kwh) {
        return kwh.map(exact ->
                        new Quantity(exact, Unit.KWH)
                                .to(Unit.MWH)
                                .value()
                                .setScale(MWH_DECIMALS, RoundingMode.HALF_EVEN))
                .orElse(null);
    }

    /// Tonnes of coal equivalent, to the kilogram.
    static @Nullable BigDecimal tce(Optional<BigDecimal> kgce) {
        return kgce.map(exact ->
                        exact.movePointLeft(KG_DECIMALS)
                                .setScale(KG_DECIMALS, RoundingMode.HALF_EVEN))
                .orElse(null);
    }

    /// Joules as kWh: exact where that terminates, else to 12 decimals.
    public static BigDecimal kwh(long joules) {
        return Joules.kwh(joules);
    }

    /// kWh as they are, to 12 decimals.
    public static @Nullable BigDecimal kwh(Optional<BigDecimal> exact) {
        return exact.map(Presentation::kwh).orElse(null);
    }

    /// kWh as they are, to 12 decimals.
    public static BigDecimal kwh(BigDecimal exact) {
        return written(exact.setScale(KWH_DECIMALS, RoundingMode.HALF_EVEN));
    }

    /// Hours to six decimals: most are whole.
    public static @Nullable BigDecimal hours(Optional<Long> seconds) {
        return seconds.map(all ->
                        written(
                                BigDecimal.valueOf(all)
                                        .divide(
                                                SECONDS_PER_HOUR,
                                                SHARE_DECIMALS,
                                                RoundingMode.HALF_EVEN)))
                .orElse(null);
    }

    private static BigDecimal written(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /// To the gram.
    static BigDecimal kg(BigDecimal exact) {
        return exact.setScale(KG_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /// g/kWh, to the microgram.
    static BigDecimal intensity(BigDecimal gramsPerKwh) {
        return gramsPerKwh.setScale(INTENSITY_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /// To six decimals.
    static @Nullable BigDecimal share(Optional<BigDecimal> exact) {
        return exact.map(of -> of.setScale(SHARE_DECIMALS, RoundingMode.HALF_EVEN)).orElse(null);
    }

    /// Hundredths of a whole, to four decimals: as fine as shares are.
    static @Nullable BigDecimal points(Optional<BigDecimal> exact) {
        return exact.map(of -> of.setScale(POINT_DECIMALS, RoundingMode.HALF_EVEN)).orElse(null);
    }

    /// To hundredths of the unit of a currency.
    static BigDecimal money(BigDecimal exact) {
        return exact.setScale(MONEY_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /// Null when there is no energy.
    static @Nullable BigDecimal pricePerMwh(BigDecimal cost, BigDecimal kwh) {
        return kwh.signum() == 0
                ? null
                : cost.movePointRight(3).divide(kwh, MONEY_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /// Empty when one of the two is not known, or the whole is zero.
    public static @Nullable BigDecimal share(
            Optional<BigDecimal> part, Optional<BigDecimal> whole) {
        return part.flatMap(of ->
                        whole.filter(all -> all.signum() > 0)
                                .map(all -> of.divide(all, SHARE_DECIMALS, RoundingMode.HALF_EVEN)))
                .orElse(null);
    }
}

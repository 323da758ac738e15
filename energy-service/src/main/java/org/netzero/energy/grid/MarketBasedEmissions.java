package org.netzero.energy.grid;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.netzero.energy.carrier.Joules;

/// Market-based emissions of a load, hour by hour beside the annual method, over the same hours:
///
/// - hourly: Σ (covered in the hour × rate conveyed + the rest × intensity of the hour);
/// - annual: what is claimed, up to the load of all hours together, × rate conveyed + the rest ×
///   mean intensity.
///
/// @param coveredHourlyJoules what instruments cover hour by hour
/// @param coveredAnnualJoules what they cover when only the sums have to agree
/// @param rest what is not covered hour by hour, at the intensity of each hour
/// @param hourlyKg exact up to 12 decimals
public record MarketBasedEmissions(
        long drawnJoules,
        long coveredHourlyJoules,
        long coveredAnnualJoules,
        LoadEmissions rest,
        BigDecimal hourlyKg,
        BigDecimal annualKg) {

    private static final int DECIMALS = 12;
    private static final BigDecimal J_PER_KWH = BigDecimal.valueOf(Joules.PER_KWH);
    private static final BigDecimal GRAMS_PER_KG = BigDecimal.valueOf(1_000);

    /// An hour that is known of.
    ///
    /// @param covered of what was drawn
    /// @param rest the intensity of what is not covered
    public record Hour(long drawn, long covered, GridIntensity rest) {

        public Hour {
            if (covered < 0 || covered > drawn) {
                throw new IllegalArgumentException(
                        "%d of %d J drawn are covered".formatted(covered, drawn));
            }
        }
    }

    /// What instruments emit, over all hours together.
    ///
    /// @param joules how much they cover
    /// @param kg at the rates they convey
    public record Covered(long joules, BigDecimal kg) {

        public static final Covered NOTHING = new Covered(0, BigDecimal.ZERO);

        public Covered plus(Covered other) {
            return new Covered(joules + other.joules, kg.add(other.kg));
        }

        /// @param kgPerKwh the rate that the instrument conveys
        public static Covered at(long joules, BigDecimal kgPerKwh) {
            return new Covered(
                    joules,
                    BigDecimal.valueOf(joules)
                            .multiply(kgPerKwh)
                            .divide(J_PER_KWH, DECIMALS, RoundingMode.HALF_EVEN));
        }

        /// The part of it that a load can take.
        public Covered upTo(long load) {
            return joules <= load || joules == 0
                    ? this
                    : new Covered(
                            load,
                            kg.multiply(BigDecimal.valueOf(load))
                                    .divide(
                                            BigDecimal.valueOf(joules),
                                            DECIMALS,
                                            RoundingMode.HALF_EVEN));
        }
    }

    /// @param hourly what instruments cover hour by hour: as much as the hours say
    /// @param annual what they cover when only the sums have to agree
    /// @param whole the intensity of every hour of the time, whatever the load
    /// @return empty when there is no hour to speak of
    public static Optional<MarketBasedEmissions> of(
            List<Hour> hours, Covered hourly, Covered annual, Collection<GridIntensity> whole) {
        var uncovered = new ArrayList<LoadEmissions.Hour>();
        long drawn = 0;
        for (Hour hour : hours) {
            drawn = Math.addExact(drawn, hour.drawn());
            uncovered.add(new LoadEmissions.Hour(hour.drawn() - hour.covered(), hour.rest()));
        }
        long load = drawn;
        return LoadEmissions.of(uncovered, whole)
                .map(rest ->
                        new MarketBasedEmissions(
                                load,
                                hourly.joules(),
                                annual.joules(),
                                rest,
                                rest.hourlyKg().add(hourly.kg()),
                                annual.kg().add(kg(load - annual.joules(), rest))));
    }

    private static BigDecimal kg(long joules, LoadEmissions rest) {
        return BigDecimal.valueOf(joules)
                .multiply(rest.meanGramsPerKwh())
                .divide(J_PER_KWH.multiply(GRAMS_PER_KG), DECIMALS, RoundingMode.HALF_EVEN);
    }
}

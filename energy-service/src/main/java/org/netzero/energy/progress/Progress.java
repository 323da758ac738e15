package org.netzero.energy.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The way to green power, year by year: what share was reached, what the path asks for, and what
/// is missing in each zone.
///
/// @param demandFrom the last whole year on file, which the demand of later years is assumed from
public record Progress(List<Year> years, Pace pace, Optional<Integer> demandFrom) {

    private static final int DECIMALS = 12;
    private static final BigDecimal POINTS = BigDecimal.valueOf(100);

    /// A year of the way.
    ///
    /// @param share renewable share reached; empty of years whose demand is assumed, and of those
    ///   without electricity on file
    /// @param path the share that the path asks for
    /// @param distancePoints path less share, in points: below zero is ahead of it
    /// @param distanceKwh what the path asks for less what is green
    public record Year(
            int year,
            YearEnergy.Standing standing,
            Optional<BigDecimal> share,
            Optional<BigDecimal> path,
            Optional<BigDecimal> distancePoints,
            Optional<BigDecimal> distanceKwh,
            Need company,
            List<ZoneNeed> zones) {}

    /// What is missing.
    ///
    /// @param forPathKwh to reach the path; empty without a path
    /// @param forAllKwh to reach 100 %
    public record Need(
            GreenEnergy energy, Optional<BigDecimal> forPathKwh, Optional<BigDecimal> forAllKwh) {

        static Need of(GreenEnergy energy, Optional<BigDecimal> path) {
            return new Need(
                    energy, path.flatMap(energy::missingKwh), energy.missingKwh(BigDecimal.ONE));
        }
    }

    public record ZoneNeed(MarketZone zone, Need need) {}

    /// @param years in the order of time, those asked for among them
    /// @param path empty when none is stated: then 100 % in the last year is the end
    /// @param from the first year to tell of
    /// @param to the last one
    public static Progress of(
            List<YearEnergy> years, Optional<TargetPath> path, Growth growth, int from, int to) {
        Optional<YearEnergy> last = years.stream().filter(YearEnergy::isOnFile).reduce((a, b) -> b);
        var told = new ArrayList<Year>();
        Map<Integer, BigDecimal> shares = new TreeMap<>();
        for (YearEnergy energy : years) {
            YearEnergy known =
                    energy.standing() == YearEnergy.Standing.ASSUMED
                            ? last.map(base -> assumed(base, energy, growth)).orElse(energy)
                            : energy;
            Year year = yearOf(known, path.flatMap(p -> p.in(energy.year())));
            if (energy.isOnFile()) {
                year.share().ifPresent(share -> shares.put(energy.year(), share));
            }
            if (energy.year() >= from && energy.year() <= to) {
                told.add(year);
            }
        }
        Pace pace =
                Pace.of(
                        shares,
                        path.map(TargetPath::lastYear).orElse(to),
                        path.map(TargetPath::end).orElse(BigDecimal.ONE));
        return new Progress(List.copyOf(told), pace, last.map(YearEnergy::year));
    }

    private static YearEnergy assumed(YearEnergy base, YearEnergy year, Growth growth) {
        BigDecimal factor = growth.over(year.year() - base.year());
        SortedMap<MarketZone, GreenEnergy> zones = new TreeMap<>();
        base.zones()
                .forEach((zone, energy) ->
                        zones.put(
                                zone,
                                energy.carriedTo(
                                        factor,
                                        year.zones()
                                                .getOrDefault(zone, GreenEnergy.NOTHING_ON_FILE))));
        return new YearEnergy(
                year.year(),
                year.standing(),
                base.company().carriedTo(factor, year.company()),
                zones);
    }

    private static Year yearOf(YearEnergy energy, Optional<BigDecimal> path) {
        GreenEnergy company = energy.company();
        Optional<BigDecimal> share =
                energy.standing() == YearEnergy.Standing.ASSUMED
                        ? Optional.empty()
                        : share(company);
        return new Year(
                energy.year(),
                energy.standing(),
                share,
                path,
                path.flatMap(asked -> share.map(got -> asked.subtract(got).multiply(POINTS))),
                path.flatMap(asked ->
                        company.usedKwh()
                                .map(used ->
                                        kwh(used.multiply(asked))
                                                .subtract(
                                                        company.renewableKwh()
                                                                .orElse(BigDecimal.ZERO)))),
                Need.of(company, path),
                energy.zones().entrySet().stream()
                        .map(zone -> new ZoneNeed(zone.getKey(), Need.of(zone.getValue(), path)))
                        .toList());
    }

    /// As the balance divides: empty when one of the two is not known.
    private static Optional<BigDecimal> share(GreenEnergy energy) {
        return energy.renewableKwh()
                .flatMap(green ->
                        energy.usedKwh()
                                .filter(used -> used.signum() > 0)
                                .map(used -> green.divide(used, DECIMALS, RoundingMode.HALF_EVEN)));
    }

    static BigDecimal kwh(BigDecimal exact) {
        return exact.scale() > DECIMALS ? exact.setScale(DECIMALS, RoundingMode.HALF_EVEN) : exact;
    }
}

package org.netzero.energy.progress;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is on file of a year.
///
/// @param company the whole company, as its balance says
/// @param zones the sites of each zone together
public record YearEnergy(
        int year,
        Standing standing,
        GreenEnergy company,
        SortedMap<MarketZone, GreenEnergy> zones) {

    /// How far a year's figures can be relied on.
    public enum Standing {
        /// The year is over, and purchases of all its days are on file, of every site that bought
        /// any.
        ON_FILE,
        /// The year is over, and purchases of a part of it are on file.
        PARTLY_ON_FILE,
        /// The year goes on: what is on file so far.
        YEAR_TO_DATE,
        /// No electricity is on file, though a later year has some.
        NOT_ON_FILE,
        /// After the last year on file: its demand is assumed.
        ASSUMED
    }

    public YearEnergy {
        zones = new TreeMap<>(zones);
    }

    /// The zones, and under the zone of the group what only the whole company's figures tell: all
    /// of them add up to the company.
    ///
    /// @param groupZone where what no site tells of is put
    public static YearEnergy of(
            int year,
            Standing standing,
            GreenEnergy company,
            Map<MarketZone, GreenEnergy> sites,
            MarketZone groupZone) {
        var zones = new TreeMap<MarketZone, GreenEnergy>(sites);
        GreenEnergy told =
                sites.values().stream().reduce(GreenEnergy.NOTHING_ON_FILE, GreenEnergy::plus);
        GreenEnergy rest = company.minus(told);
        if (!rest.isNothing()) {
            zones.merge(groupZone, rest, GreenEnergy::plus);
        }
        return new YearEnergy(year, standing, company, zones);
    }

    boolean isOnFile() {
        return standing == Standing.ON_FILE;
    }
}

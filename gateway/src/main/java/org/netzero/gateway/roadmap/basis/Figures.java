package org.netzero.gateway.roadmap.basis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Figures on file, each as it was known at an instant of its own, read once.
final class Figures {

    private final FiguresOnFile file;
    private final Function<FigureKey, Instant> instants;
    private final Map<Reading, Object> read;

    /// A figure at an instant.
    record Reading(FigureKey key, Instant at) {}

    /// @param read what is read already, and is kept for the next
    Figures(FiguresOnFile file, Function<FigureKey, Instant> instants, Map<Reading, Object> read) {
        this.file = file;
        this.instants = instants;
        this.read = read;
    }

    YearOnFile year(int year) {
        return new YearOnFile(year, emissions(year), electricity(year), pue(year));
    }

    @SuppressWarnings("unchecked")
    Optional<EmissionsOfYear> emissions(int year) {
        return (Optional<EmissionsOfYear>)
                once(FigureKind.INVENTORY, year, at -> file.emissions(year, at));
    }

    private ElectricityOfYear electricity(int year) {
        return (ElectricityOfYear)
                once(FigureKind.ELECTRICITY, year, at -> file.electricity(year, at));
    }

    @SuppressWarnings("unchecked")
    private Optional<BigDecimal> pue(int year) {
        return (Optional<BigDecimal>) once(FigureKind.PUE, year, at -> file.pue(year, at));
    }

    MeasuredFleet measuredAfter(int baseYear) {
        return (MeasuredFleet)
                once(FigureKind.MEASURED, baseYear, at -> file.measuredAfter(baseYear, at));
    }

    @SuppressWarnings("unchecked")
    List<DriverValue> drivers(int year) {
        return (List<DriverValue>) once(FigureKind.DRIVER, year, at -> file.drivers(year, at));
    }

    private Object once(FigureKind kind, int year, Function<Instant, Object> reading) {
        FigureKey key = new FigureKey(kind, year);
        return read.computeIfAbsent(
                new Reading(key, instants.apply(key)), wanted -> reading.apply(wanted.at()));
    }
}

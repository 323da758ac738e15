package org.netzero.energy.calendar;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.netzero.energy.balance.EnergyItem;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.Span;
import org.netzero.energy.consumption.RecordGroup;

/// One place of the calendar: a line and a period, what was expected of it and what became of it.
///
/// @param expected empty where nothing is
/// @param records what was recorded of its days
/// @param measured what meters or telemetry told of them
/// @param missingDays those that no figure tells of; an estimate is none
/// @param arrivedOn the local day its last part came first; empty where it did not, and where
///   intervals of meters are a part of it: of these it is not kept
/// @param daysLate from the day it was due until it came, or until today; 0 when it is in time
record Cell(
        Series series,
        Span period,
        Optional<ExpectedPeriod> expected,
        CollectionStatus status,
        List<RecordGroup> records,
        List<EnergyItem> measured,
        List<Span> missingDays,
        Optional<LocalDate> arrivedOn,
        long daysLate,
        Optional<TrueUp> trueUp) {

    /// How far an estimate was off the figure that took its place.
    ///
    /// @param period the days both are of: those of the figure where it reaches beyond the cell;
    ///   from the first to the last of them where an estimate stood in for several parts of it
    record TrueUp(Span period, BigDecimal accruedKwh, BigDecimal actualKwh) {
        BigDecimal differenceKwh() {
            return actualKwh.subtract(accruedKwh);
        }
    }
}

package org.netzero.emissions.result;

import java.time.LocalDate;
import java.util.List;

/// A year cut at the days on which the company's boundary changes.
///
/// @param cuts in order; the first day of the year is none
record Stretches(int year, List<LocalDate> cuts) {

    Stretches {
        cuts = List.copyOf(cuts);
    }

    /// The first day of the stretch a day lies in.
    LocalDate since(LocalDate day) {
        LocalDate since = LocalDate.of(year, 1, 1);
        for (LocalDate cut : cuts) {
            if (!cut.isAfter(day)) {
                since = cut;
            }
        }
        return since;
    }

    /// Whether a period goes on beyond the stretch it starts in.
    boolean crosses(LocalDate start, LocalDate end) {
        return cuts.stream().anyMatch(cut -> cut.isAfter(start) && cut.isBefore(end));
    }
}

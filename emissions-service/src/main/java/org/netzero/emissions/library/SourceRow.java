package org.netzero.emissions.library;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.netzero.emissions.factor.FactorSource;

/// A row of a source file in the common form.
///
/// @param year of the data; may be empty
/// @param validTo the last valid day; empty while there is no end
/// @param unit as the source writes it, `kgCO2e/litres`
/// @param gwpSet as the source writes it; may be empty
record SourceRow(
        String id,
        String activity,
        String category,
        String region,
        String year,
        String validFrom,
        Optional<LocalDate> validTo,
        String value,
        String unit,
        String gas,
        String gwpSet,
        String publisher,
        String source,
        String published,
        String licence,
        String confidence,
        String notes) {

    /// Stands in the sources for "no end".
    private static final String NO_END = "9999-12-31";

    /// The day on which this edition was put together: nothing in it was published later, so a
    /// publication known by year alone does not count as known from a later day than this.
    static final LocalDate READ = LocalDate.of(2026, 11, 22);

    static SourceRow of(NamedCsvRecord row) {
        String to = text(row, "valid_to");
        return new SourceRow(
                text(row, "id"),
                text(row, "activity"),
                text(row, "category"),
                text(row, "region"),
                text(row, "year"),
                text(row, "valid_from"),
                to.isEmpty() || to.equals(NO_END)
                        ? Optional.empty()
                        : Optional.of(LocalDate.parse(to)),
                text(row, "value"),
                text(row, "unit"),
                text(row, "gas"),
                text(row, "gwp_set"),
                text(row, "publisher"),
                text(row, "source"),
                text(row, "published"),
                text(row, "licence"),
                text(row, "confidence"),
                text(row, "notes"));
    }

    private static String text(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }

    /// Whether its confidence says so; a title may well be about memory.
    boolean restsOnMemory() {
        return FactorSource.restsOnMemory(confidence);
    }

    /// The day from which the row counts as known: its date, the last day of its month or year,
    /// else the day of its set, else the last day of its data year.
    LocalDate known(Optional<LocalDate> ofSet) {
        LocalDate known =
                switch (published.length()) {
                    case 10 -> LocalDate.parse(published);
                    case 7 -> YearMonth.parse(published).atEndOfMonth();
                    case 4 -> endOf(published);
                    default ->
                            ofSet.orElseGet(() ->
                                    year.length() == 4 ? endOf(year) : LocalDate.parse(validFrom));
                };
        return known.isAfter(READ) ? READ : known;
    }

    private static LocalDate endOf(String year) {
        return LocalDate.of(Integer.parseInt(year), 12, 31);
    }
}

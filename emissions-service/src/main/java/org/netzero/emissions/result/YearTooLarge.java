package org.netzero.emissions.result;

/// A year has more records than a question goes through.
public final class YearTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    private YearTooLarge(String message) {
        super(message);
    }

    static YearTooLarge records(int year, long records, long most) {
        return new YearTooLarge(
                "%d has %d records, and this question goes through at most %d; ask for what is stored, without 'asAt', or have netzero.large-questions.max-records raised"
                        .formatted(year, records, most));
    }

    /// @param most lines that lead from one version of a year to another
    public static YearTooLarge lines(int year, int most) {
        return new YearTooLarge(
                "Versions of %d have more than the %d records that a bridge between them has a line for; compare their results: GET /api/emissions/results?period=%d&version="
                        .formatted(year, most, year));
    }
}

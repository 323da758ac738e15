package org.netzero.emissions.result;

/// A year has more records than a question goes through.
public final class YearTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    private YearTooLarge(String message) {
        super(message);
    }

    /// @param remedy what the caller can do instead
    static YearTooLarge records(int year, long records, long most, String remedy) {
        return new YearTooLarge(
                "%d has %d records, and this question goes through at most %d; %s, or have netzero.large-questions.max-records raised"
                        .formatted(year, records, most, remedy));
    }

    /// @param most lines that lead from one version of a year to another
    public static YearTooLarge lines(int year, int most) {
        return new YearTooLarge(
                "Versions of %d have more than the %d records that a bridge between them has a line for; compare their results: GET /api/emissions/results?period=%d&version="
                        .formatted(year, most, year));
    }
}

package org.netzero.emissions.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Questions whose answer is stored nowhere, so that every record of a year is calculated or read
/// for them. An instance answers few at once, and none about a year of more records than can be
/// gone through while somebody waits.
@ApplicationScoped
public class LargeQuestions {

    /// What to do instead of asking for the figures of another day.
    public static final String ASK_FOR_STORED = "ask for what is stored, without 'asAt'";

    private static final ScopedValue<Boolean> ADMITTED = ScopedValue.newInstance();

    private final Results results;
    private final int most;
    private final long maxRecords;
    private final Semaphore places;

    /// @param most how many are answered at once
    /// @param maxRecords of a year
    LargeQuestions(
            Results results,
            @ConfigProperty(name = "netzero.large-questions.at-once") int most,
            @ConfigProperty(name = "netzero.large-questions.max-records") long maxRecords) {
        this.results = results;
        this.most = most;
        this.maxRecords = maxRecords;
        this.places = new Semaphore(most);
    }

    /// Answers a question in one of the places; what it asks on its way needs no place of its own.
    ///
    /// @throws TooManyQuestions when every place is taken
    public <T> T answer(Supplier<T> question) {
        if (ADMITTED.isBound()) {
            return question.get();
        }
        if (!places.tryAcquire()) {
            throw new TooManyQuestions(most);
        }
        try {
            return ScopedValue.where(ADMITTED, true).call(question::get);
        } finally {
            places.release();
        }
    }

    /// The same about all records of a year.
    ///
    /// @param remedy what who asks can do where they are too many
    /// @throws YearTooLarge when there are more than are gone through
    public <T> T answer(int year, String remedy, Supplier<T> question) {
        return answer(() -> {
            checkSize(year, results.records(year), remedy);
            return question.get();
        });
    }

    /// @param records of the year that would be gone through
    /// @param remedy what who asks can do where they are too many
    /// @throws YearTooLarge when there are too many
    public void checkSize(int year, long records, String remedy) {
        if (records > maxRecords) {
            throw YearTooLarge.records(year, records, maxRecords, remedy);
        }
    }
}

package org.netzero.energy.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Questions that hold the hours of many meters in memory. An instance answers few at once.
@ApplicationScoped
public class HourlyQuestions {

    private final int most;
    private final Semaphore places;

    /// @param most how many are answered at once
    HourlyQuestions(@ConfigProperty(name = "netzero.hourly-questions.at-once") int most) {
        this.most = most;
        this.places = new Semaphore(most);
    }

    /// @throws TooManyQuestions when every place is taken
    public <T> T answer(Supplier<T> question) {
        if (!places.tryAcquire()) {
            throw new TooManyQuestions(most);
        }
        try {
            return question.get();
        } finally {
            places.release();
        }
    }
}

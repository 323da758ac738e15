package org.netzero.emissions.activity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.netzero.emissions.calculation.ActivityResults;
import org.netzero.emissions.recalculation.ChangedYears;
import org.netzero.emissions.result.Bases;
import org.netzero.emissions.result.Basis;
import org.netzero.emissions.result.Gathering;
import org.netzero.emissions.result.LargeQuestions;
import org.netzero.emissions.result.Results;
import org.netzero.quantities.GwpSet;

/// What the activity records of a year come to: as stored where that stands on today's basis. A
/// year that does not is calculated again, a few thousand records in a transaction each, so that
/// imports go on meanwhile, in the memory of one such stretch.
@ApplicationScoped
public class ActivityYears {

    private static final Logger LOG = Logger.getLogger(ActivityYears.class);

    /// A year with at most so many records is calculated again before a question about it is
    /// answered; a larger one in the background.
    private static final long AT_ONCE = 20_000;

    private static final int MOST_WAITING = 4;

    private static final Duration LONGEST = Duration.ofHours(6);

    private final Activities activities;
    private final Results results;
    private final Bases bases;
    private final ChangedYears changedYears;
    private final LargeQuestions questions;

    /// Questions wait with a connection in hand, which the calculation needs too.
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    private final Map<Integer, ReentrantLock> busy = new ConcurrentHashMap<>();

    ActivityYears(
            Activities activities,
            Results results,
            Bases bases,
            ChangedYears changedYears,
            LargeQuestions questions) {
        this.activities = activities;
        this.results = results;
        this.bases = bases;
        this.changedYears = changedYears;
        this.questions = questions;
    }

    /// @param results what the records come to, as far as it is known
    /// @param current whether all of it stands on today's basis
    public record Known(ActivityResults results, boolean current) {}

    /// What a year's records come to on today's basis.
    public Known of(int year, GwpSet set) {
        Basis basis = bases.current();
        boolean current = results.standsOn(year, basis);
        if (!current && results.records(year) <= AT_ONCE && waiting.tryAcquire()) {
            try {
                calculateAgain(year);
            } finally {
                waiting.release();
            }
            current = results.standsOn(year, basis);
        } else if (!current) {
            QuarkusTransaction.requiringNew().run(() -> changedYears.mark(List.of(year)));
        }
        return new Known(results.ofYear(year, set, basis), current);
    }

    /// Calculates a year again where it does not stand on today's basis.
    public void bringUpToDate(int year) {
        if (!results.standsOn(year, bases.current())) {
            calculateAgain(year);
        }
    }

    /// What a year's records would come to on another basis; nothing of it is stored.
    public ActivityResults on(int year, Basis basis, GwpSet set) {
        return questions.answer(
                year,
                LargeQuestions.ASK_FOR_STORED,
                () ->
                        QuarkusTransaction.requiringNew()
                                .timeout(Math.toIntExact(LONGEST.toSeconds()))
                                .call(() -> gathered(year, basis, set)));
    }

    private ActivityResults gathered(int year, Basis basis, GwpSet set) {
        var gathering = new Gathering(basis, set);
        activities.eachOf(year, basis, stretch -> stretch.forEach(gathering::add));
        return gathering.results(results.amounts(year));
    }

    private void calculateAgain(int year) {
        ReentrantLock lock = busy.computeIfAbsent(year, its -> new ReentrantLock());
        lock.lock();
        try {
            Basis basis = bases.current();
            if (results.standsOn(year, basis)) {
                return;
            }
            long start = System.nanoTime();
            String begun = QuarkusTransaction.requiringNew().call(() -> results.begin(year, basis));
            QuarkusTransaction.requiringNew()
                    .timeout(Math.toIntExact(LONGEST.toSeconds()))
                    .run(() ->
                            activities.eachOf(
                                    year,
                                    basis,
                                    stretch ->
                                            QuarkusTransaction.requiringNew()
                                                    .run(() ->
                                                            results.calculateAgain(
                                                                    activities.hold(stretch, basis),
                                                                    basis))));
            QuarkusTransaction.requiringNew().run(() -> results.end(year, basis, begun));
            LOG.debugf(
                    "%d calculated again in %s", year, Duration.ofNanos(System.nanoTime() - start));
        } finally {
            lock.unlock();
        }
    }
}

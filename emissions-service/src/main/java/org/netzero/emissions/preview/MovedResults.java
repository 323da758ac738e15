package org.netzero.emissions.preview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Counts the results that would move, and keeps those that would move most.
final class MovedResults {

    /// How many are kept, of as many as there are.
    static final int MOST = 10_000;

    private static final Comparator<PreviewView.Result> ORDER =
            Comparator.comparing((PreviewView.Result r) -> r.differenceKgCo2e().abs())
                    .reversed()
                    .thenComparing(PreviewView.Result::resultId);

    private final int most;
    private final PriorityQueue<PreviewView.Result> kept = new PriorityQueue<>(ORDER.reversed());
    private int count;

    MovedResults(int most) {
        this.most = most;
    }

    void offer(int year, YearChange.ResultChange change) {
        if (change.moves()) {
            count++;
            kept.add(PreviewView.Result.of(year, change));
            if (kept.size() > most) {
                kept.remove();
            }
        }
    }

    int count() {
        return count;
    }

    /// Those that would move most, first.
    List<PreviewView.Result> inOrder() {
        var all = new ArrayList<>(kept);
        all.sort(ORDER);
        return List.copyOf(all);
    }
}

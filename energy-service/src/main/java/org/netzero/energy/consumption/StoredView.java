package org.netzero.energy.consumption;

import java.util.List;
import java.util.stream.IntStream;
import org.netzero.platform.imports.RowOutcome;

/// What became of the records of a request.
record StoredView(long accepted, long duplicates, List<Outcome> records) {

    enum Status {
        STORED,
        DUPLICATE
    }

    record Outcome(String recordId, Status status) {}

    static StoredView of(List<EnergyRecord> records, List<RowOutcome> outcomes) {
        List<Outcome> views =
                IntStream.range(0, records.size())
                        .mapToObj(i ->
                                new Outcome(
                                        records.get(i).recordId(),
                                        outcomes.get(i) instanceof RowOutcome.Accepted
                                                ? Status.STORED
                                                : Status.DUPLICATE))
                        .toList();
        long stored = views.stream().filter(view -> view.status() == Status.STORED).count();
        return new StoredView(stored, views.size() - stored, views);
    }
}

package org.netzero.energy.instrument;

import java.util.List;
import java.util.stream.IntStream;
import org.netzero.platform.imports.RowOutcome;

/// What became of the instruments of a request.
record StoredInstrumentsView(long accepted, long duplicates, List<Outcome> instruments) {

    enum Status {
        STORED,
        DUPLICATE
    }

    record Outcome(String instrumentId, Status status) {}

    static StoredInstrumentsView of(
            List<RegisteredInstrument> instruments, List<RowOutcome> outcomes) {
        List<Outcome> views =
                IntStream.range(0, instruments.size())
                        .mapToObj(i ->
                                new Outcome(
                                        instruments.get(i).instrumentId(),
                                        outcomes.get(i) instanceof RowOutcome.Accepted
                                                ? Status.STORED
                                                : Status.DUPLICATE))
                        .toList();
        long stored = views.stream().filter(view -> view.status() == Status.STORED).count();
        return new StoredInstrumentsView(stored, views.size() - stored, views);
    }
}

package org.netzero.emissions.publishedfigure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.netzero.platform.imports.RowOutcome;

/// What reports printed, one value per figure and period; a print is never changed.
@ApplicationScoped
public class PublishedFigures {

    private final PublishedFigureRepository repository;

    PublishedFigures(PublishedFigureRepository repository) {
        this.repository = repository;
    }

    public List<PublishedFigure> ofYear(int year) {
        return repository.list("period", String.valueOf(year)).stream()
                .map(PublishedFigureEntity::value)
                .toList();
    }

    @Transactional
    List<RowOutcome> publish(List<PublishedFigure> figures) {
        var outcomes = new ArrayList<RowOutcome>();
        figures.forEach(figure -> outcomes.add(publish(figure)));
        return outcomes;
    }

    private RowOutcome publish(PublishedFigure published) {
        var key = new PublishedFigureEntity.Key(published.figure(), published.period().toString());
        var known = repository.findByIdOptional(key);
        if (known.isEmpty()) {
            repository.persist(PublishedFigureEntity.of(published));
            return new RowOutcome.Accepted();
        }
        boolean same =
                known.get().value.compareTo(published.value()) == 0
                        && known.get().unit.equals(published.unit());
        return same
                ? new RowOutcome.Duplicate()
                : new RowOutcome.Rejected(
                        "value",
                        "ID_CONFLICT",
                        "%s of %s was published as %s %s already"
                                .formatted(
                                        published.figure().key(),
                                        published.period(),
                                        known.get().value.toPlainString(),
                                        known.get().unit));
    }
}

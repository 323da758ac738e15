package org.netzero.emissions.publishedfigure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netzero.platform.imports.Intake;
import org.netzero.platform.imports.RowOutcome;

/// What reports printed, one value per figure and period. A print is never changed: a correction
/// names what it supersedes, which stays on file.
@ApplicationScoped
public class PublishedFigures {

    private final PublishedFigureRepository repository;

    PublishedFigures(PublishedFigureRepository repository) {
        this.repository = repository;
    }

    public List<PublishedFigure> ofYear(int year) {
        return repository.list("not superseded and period = ?1", String.valueOf(year)).stream()
                .map(PublishedFigureEntity::value)
                .toList();
    }

    @Transactional
    List<RowOutcome> publish(List<PublishedFigure> figures) {
        List<Intake.Stored<Content>> stored =
                figures.stream()
                        .collect(
                                Collectors.toMap(
                                        PublishedFigure::id,
                                        Function.identity(),
                                        (one, other) -> one))
                        .values()
                        .stream()
                        .flatMap(figure -> revisions(figure).stream())
                        .map(Content::stored)
                        .toList();
        var intake = new Intake<PublishedFigure, Content>("value", stored);
        List<RowOutcome> outcomes =
                figures.stream()
                        .map(figure ->
                                intake.take(
                                        figure,
                                        figure.id(),
                                        figure.supersedes(),
                                        Content.of(figure)))
                        .toList();
        intake.insertions().forEach(this::put);
        return outcomes;
    }

    /// What makes two prints of one figure and period the same.
    private record Content(
            BigDecimal value, String unit, Optional<String> evidence, Optional<String> supersedes) {

        static Content of(PublishedFigure published) {
            return new Content(
                    published.value().stripTrailingZeros(),
                    published.unit(),
                    published.evidence(),
                    published.supersedes());
        }

        static Intake.Stored<Content> stored(PublishedFigureEntity entity) {
            PublishedFigure value = entity.value();
            return new Intake.Stored<>(value.id(), entity.revision, entity.superseded, of(value));
        }
    }

    private List<PublishedFigureEntity> revisions(PublishedFigure figure) {
        return repository
                .find(
                        "figure = ?1 and period = ?2 order by revision",
                        figure.figure(),
                        figure.period().toString())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    private void put(Intake.Insertion<PublishedFigure, Content> insertion) {
        PublishedFigure figure = insertion.record();
        insertion
                .corrected()
                .ifPresent(old ->
                        repository.update(
                                "superseded = true where figure = ?1 and period = ?2 and revision = ?3",
                                figure.figure(),
                                figure.period().toString(),
                                old.revision()));
        repository.persist(PublishedFigureEntity.of(figure, insertion.revision()));
    }
}

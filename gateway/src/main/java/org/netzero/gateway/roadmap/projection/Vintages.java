package org.netzero.gateway.roadmap.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.netzero.gateway.roadmap.basis.History;
import org.netzero.gateway.roadmap.engine.MethodVersion;
import org.netzero.gateway.roadmap.scenario.Scenarios;

/// What was projected, kept where it moved: the last of each minute for a day, of each hour for as
/// long as figures are kept whole, of each UTC day before that.
///
/// By the present method every earlier projection comes out again from figures and scenario, which
/// are kept; so these results are needed of earlier methods only, and to see when it moved.
@ApplicationScoped
class Vintages {

    private static final Duration BY_THE_MINUTE = Duration.ofDays(1);

    private static final TypeReference<TreeMap<Integer, Map<String, Double>>> FIGURES =
            new TypeReference<>() {};

    private final VintageRepository vintages;
    private final MethodHistory methods;
    private final Scenarios scenarios;
    private final ObjectMapper json;
    private final ObjectReader views;
    private final Clock clock;

    Vintages(
            VintageRepository vintages,
            MethodHistory methods,
            Scenarios scenarios,
            ObjectMapper json,
            Clock clock) {
        this.vintages = vintages;
        this.methods = methods;
        this.scenarios = scenarios;
        this.json = json;
        this.views =
                json.readerFor(ProjectionView.class)
                        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.clock = clock;
    }

    /// Keeps what is projected now, unless it is what was kept last. In one minute the last is
    /// kept.
    @Transactional
    void keep(DatedProjection dated, ProjectionView view) {
        SortedMap<Integer, Map<Headline, Double>> figures = Headline.of(dated.projection());
        Optional<VintageEntity> last =
                vintages.find(
                                "scenarioId = ?1 order by recordedAt desc, id desc",
                                dated.stored().scenario().id())
                        .firstResultOptional();
        if (last.isPresent() && isSame(last.get(), dated, figures)) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        VintageEntity entity =
                last.filter(known -> isOfThisMinute(known, now)).orElseGet(VintageEntity::new);
        entity.scenarioId = dated.stored().scenario().id();
        entity.scenarioVersion = dated.stored().version();
        entity.methodVersion = MethodVersion.CURRENT;
        entity.basisAt = dated.asOf();
        entity.recordedAt = now;
        entity.figures = write(labelled(figures));
        entity.projection = write(view);
        if (entity.id == null) {
            vintages.persist(entity);
        }
    }

    private boolean isSame(
            VintageEntity known,
            DatedProjection dated,
            SortedMap<Integer, Map<Headline, Double>> figures) {
        return known.methodVersion == MethodVersion.CURRENT
                && known.scenarioVersion == dated.stored().version()
                && figures(VintageRow.of(known)).equals(figures);
    }

    private static boolean isOfThisMinute(VintageEntity known, Instant now) {
        return known.methodVersion == MethodVersion.CURRENT
                && known.recordedAt
                        .truncatedTo(ChronoUnit.MINUTES)
                        .equals(now.truncatedTo(ChronoUnit.MINUTES));
    }

    /// What an earlier method projected at an instant; empty where it was the present one, or where
    /// nothing of the earlier one is kept.
    ///
    /// @throws org.netzero.gateway.roadmap.scenario.UnknownScenario where the scenario was deleted
    ///   until then
    @Transactional
    Optional<ProjectionView> viewOfEarlierMethod(String scenarioId, Instant at) {
        return ofEarlierMethod(scenarioId, at).map(this::view);
    }

    /// The same without rounding.
    @Transactional
    Optional<Vintage> vintageOfEarlierMethod(String scenarioId, Instant at) {
        return ofEarlierMethod(scenarioId, at).map(this::vintage);
    }

    private Optional<VintageEntity> ofEarlierMethod(String scenarioId, Instant at) {
        int method = methods.at(at);
        if (method == MethodVersion.CURRENT) {
            return Optional.empty();
        }
        scenarios.checkOnFile(scenarioId, at);
        return vintages.find(
                        "scenarioId = ?1 and methodVersion = ?2 and recordedAt <= ?3 order by recordedAt desc, id desc",
                        scenarioId,
                        method,
                        at)
                .firstResultOptional();
    }

    /// The newest first, in the order in which they were kept. Their answers, which are long, stay
    /// where they are.
    ///
    /// @param before the id of the vintage before the first one wanted; a vintage keeps its id for
    ///   as long as it is kept, and the ids before it stay where it is kept no longer
    /// @return at most so many
    @Transactional
    List<Vintage> before(String scenarioId, OptionalLong before, int count) {
        return vintages
                .getEntityManager()
                .createQuery(
                        """
                        select new org.netzero.gateway.roadmap.projection.VintageRow(
                                   id, scenarioId, scenarioVersion, methodVersion, basisAt, recordedAt, figures)
                          from VintageEntity
                         where scenarioId = :scenarioId and id < :before
                         order by id desc
                        """,
                        VintageRow.class)
                .setParameter("scenarioId", scenarioId)
                .setParameter("before", before.orElse(Long.MAX_VALUE))
                .setMaxResults(count)
                .getResultList()
                .stream()
                .map(this::vintage)
                .toList();
    }

    @Scheduled(every = "1h", delayed = "2m")
    @Transactional
    void thin() {
        Instant now = clock.instant();
        keepTheLastOfEach("hour", now.minus(BY_THE_MINUTE));
        keepTheLastOfEach("day", now.minus(History.KEPT_WHOLE));
    }

    private void keepTheLastOfEach(String span, Instant before) {
        vintages.getEntityManager()
                .createNativeQuery(
                        """
                        delete from vintage v
                         using (select id, row_number() over (
                                       partition by scenario_id, method_version,
                                                    date_trunc('%s', recorded_at at time zone 'UTC')
                                       order by recorded_at desc, id desc) as place
                                  from vintage where recorded_at < :before) ranked
                         where v.id = ranked.id and ranked.place > 1
                        """
                                .formatted(span))
                .setParameter("before", before)
                .executeUpdate();
    }

    private Vintage vintage(VintageEntity entity) {
        return vintage(VintageRow.of(entity));
    }

    private Vintage vintage(VintageRow row) {
        return new Vintage(
                row.id(),
                row.scenarioId(),
                row.scenarioVersion(),
                row.methodVersion(),
                row.basisAt(),
                row.recordedAt(),
                figures(row));
    }

    private ProjectionView view(VintageEntity entity) {
        try {
            return views.readValue(entity.projection);
        } catch (JsonProcessingException damaged) {
            throw damaged(entity.id, entity.scenarioId, damaged);
        }
    }

    private static SortedMap<Integer, Map<String, Double>> labelled(
            SortedMap<Integer, Map<Headline, Double>> figures) {
        SortedMap<Integer, Map<String, Double>> labelled = new TreeMap<>();
        figures.forEach((year, values) -> {
            Map<String, Double> byLabel = new TreeMap<>();
            values.forEach((figure, value) -> byLabel.put(figure.label(), value));
            labelled.put(year, byLabel);
        });
        return labelled;
    }

    private SortedMap<Integer, Map<Headline, Double>> figures(VintageRow row) {
        try {
            SortedMap<Integer, Map<Headline, Double>> figures = new TreeMap<>();
            json.readValue(row.figures(), FIGURES)
                    .forEach((year, labelled) -> {
                        Map<Headline, Double> values = new EnumMap<>(Headline.class);
                        for (Headline figure : Headline.values()) {
                            if (labelled.containsKey(figure.label())) {
                                values.put(figure, labelled.get(figure.label()));
                            }
                        }
                        figures.put(year, values);
                    });
            return figures;
        } catch (JsonProcessingException damaged) {
            throw damaged(row.id(), row.scenarioId(), damaged);
        }
    }

    private static IllegalStateException damaged(long id, String scenarioId, Exception cause) {
        return new IllegalStateException(
                "The vintage %d of %s is damaged".formatted(id, scenarioId), cause);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A projection is always JSON", impossible);
        }
    }
}

package org.netzero.gateway.roadmap.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.engine.LeastCostScenario;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.engine.ShippedScenarios;

/// The scenarios on file, every version with who made it and when. The shipped ones are there from
/// the first start of the release that brings them. A deleted one is on file no more from then on;
/// of before it comes out again, and so no other gets its id.
@ApplicationScoped
public class Scenarios {

    private static final Logger LOG = Logger.getLogger(Scenarios.class);

    static final String COMMITTED = "committed";
    static final int MAXIMUM = 200;

    private static final String SHIPPED = "shipped";

    private static final List<Supplier<Scenario>> WITH_THE_SUITE =
            List.of(
                    ShippedScenarios::asReported,
                    ShippedScenarios::currentPace,
                    ShippedScenarios::committed);

    private final ScenarioRepository scenarios;
    private final ScenarioVersionRepository versions;
    private final ObjectMapper json;
    private final Clock clock;

    Scenarios(
            ScenarioRepository scenarios,
            ScenarioVersionRepository versions,
            ObjectMapper json,
            Clock clock) {
        this.scenarios = scenarios;
        this.versions = versions;
        this.json = json;
        this.clock = clock;
    }

    @Startup
    @Transactional
    void ship() {
        WITH_THE_SUITE.forEach(scenario -> ship(scenario.get()));
        ship(LeastCostScenario.of(get(COMMITTED).scenario()));
    }

    /// A shipped scenario that nobody changed or froze becomes the one of this release; what a user
    /// stored stays, under an id that is shipped now too, and what a user deleted stays deleted.
    @Transactional
    void ship(Scenario scenario) {
        ScenarioEntity entity = newEntity(scenario, SHIPPED);
        entity.shipped = true;
        if (!insert(entity)) {
            renew(scenario);
        }
    }

    /// Leaves a deleted one alone, so that the gateway starts where a later release ships its id.
    private void renew(Scenario shipped) {
        ScenarioEntity known = lockedEvenDeleted(shipped.id());
        Optional<Deletion> deletion = deletionOf(known);
        if (deletion.isPresent()) {
            LOG.infof(
                    "%s comes with the suite and stays deleted, by %s at %s",
                    known.id, deletion.get().by(), deletion.get().at());
        } else if (known.shipped
                && known.changedBy.equals(SHIPPED)
                && !known.isFrozen()
                && !stored(known).scenario().equals(shipped)) {
            store(known, shipped, SHIPPED);
        }
    }

    /// In the order of their ids.
    @Transactional
    public List<StoredScenario> all() {
        return scenarios.list("deletedAt is null order by id").stream().map(this::stored).toList();
    }

    /// The newest version of each scenario, by its id.
    @Transactional
    public SortedMap<String, Long> versions() {
        SortedMap<String, Long> newest = new TreeMap<>();
        scenarios
                .getEntityManager()
                .createQuery(
                        "select id, version from ScenarioEntity where deletedAt is null",
                        Object[].class)
                .getResultStream()
                .forEach(row -> newest.put((String) row[0], (Long) row[1]));
        return newest;
    }

    /// @throws UnknownScenario where no scenario has the id
    @Transactional
    public StoredScenario get(String id) {
        return stored(known(id));
    }

    /// The version that was the newest at an instant; the first one on file where all are later.
    ///
    /// @throws UnknownScenario where no scenario has the id, or it was deleted until then
    @Transactional
    public StoredScenario get(String id, Instant at) {
        StoredScenario newest = stored(onFile(id, at));
        if (!newest.changedAt().isAfter(at)) {
            return newest;
        }
        return versions.at(id, at)
                .map(version ->
                        new StoredScenario(
                                read(id, version.document),
                                version.version,
                                version.changedAt,
                                version.changedBy,
                                newest.shipped(),
                                newest.freeze(),
                                newest.thaw()))
                .orElse(newest);
    }

    /// @throws UnknownScenario where no scenario has the id, or it was deleted until then
    @Transactional
    public void checkOnFile(String id, Instant at) {
        onFile(id, at);
    }

    /// Whether it came with the suite, whoever changed it since; also of a deleted one.
    ///
    /// @throws UnknownScenario where no scenario has or had the id
    @Transactional
    public boolean isShipped(String id) {
        return anyOf(id).shipped;
    }

    /// @return whether it is new; a scenario of the same content under its id changes nothing
    /// @throws ScenarioIdTaken where another scenario has its id, or a deleted one had it
    @Transactional
    boolean add(Scenario scenario, String caller) {
        Optional<ScenarioEntity> known = scenarios.findByIdOptional(scenario.id());
        if (known.isEmpty()) {
            if (scenarios.count("deletedAt is null") >= MAXIMUM) {
                throw new TooManyScenarios(MAXIMUM);
            }
            if (insert(newEntity(scenario, caller))) {
                return true;
            }
        }
        ScenarioEntity other = anyOf(scenario.id());
        deletionOf(other)
                .ifPresent(deletion -> {
                    throw new ScenarioIdTaken(scenario.id(), deletion);
                });
        if (!stored(other).scenario().equals(scenario)) {
            throw new ScenarioIdTaken(scenario.id());
        }
        return false;
    }

    /// Changes a scenario; one that stays the same keeps its version.
    ///
    /// @param expectedVersion refused where the scenario has another version
    /// @throws UnknownScenario where no scenario has the id
    /// @throws ScenarioFrozen where it is to stay as it is
    @Transactional
    StoredScenario change(
            String id,
            OptionalLong expectedVersion,
            String caller,
            UnaryOperator<Scenario> change) {
        ScenarioEntity entity = locked(id);
        if (expectedVersion.isPresent() && expectedVersion.getAsLong() != entity.version) {
            throw new ScenarioChanged(id, entity.version, expectedVersion.getAsLong());
        }
        StoredScenario before = stored(entity);
        Scenario after = change.apply(before.scenario());
        if (after.equals(before.scenario())) {
            return before;
        }
        refuseFrozen(before);
        store(entity, after, caller);
        if (id.equals(COMMITTED)) {
            renew(LeastCostScenario.of(after));
        }
        return stored(entity);
    }

    private static void refuseFrozen(StoredScenario stored) {
        stored.freeze()
                .ifPresent(freeze -> {
                    throw new ScenarioFrozen(stored.scenario().id(), freeze);
                });
    }

    /// Takes a scenario off the file for good.
    ///
    /// @throws UnknownScenario where no scenario has the id
    /// @throws ScenarioShipped where it comes with the suite, or would with the next start
    /// @throws ScenarioFrozen where it is to stay as it is
    @Transactional
    void delete(String id, String caller) {
        ScenarioEntity entity = locked(id);
        if (entity.shipped || comesWithTheSuite(id)) {
            throw new ScenarioShipped(id);
        }
        refuseFrozen(stored(entity));
        entity.deletedAt = now();
        entity.deletedBy = caller;
    }

    private static boolean comesWithTheSuite(String id) {
        return id.equals(LeastCostScenario.ID)
                || WITH_THE_SUITE.stream().anyMatch(shipped -> shipped.get().id().equals(id));
    }

    /// The scenarios that change where one does: the least-cost one has the levers and targets of
    /// the committed one until somebody changes it, and while nobody has frozen it.
    public static Set<String> changedWith(String id) {
        return id.equals(COMMITTED) ? Set.of(COMMITTED, LeastCostScenario.ID) : Set.of(id);
    }

    /// Lets nobody change a scenario any more; who froze it first stays on record.
    ///
    /// @throws UnknownScenario where no scenario has the id
    @Transactional
    StoredScenario freeze(String id, String caller) {
        ScenarioEntity entity = locked(id);
        if (!entity.isFrozen()) {
            entity.frozenAt = now();
            entity.frozenBy = caller;
            entity.thawedAt = null;
            entity.thawedBy = null;
        }
        return stored(entity);
    }

    /// Lets a frozen scenario be changed again; who had frozen it stays on record. The least-cost
    /// one takes over what changed in the committed one meanwhile, unless somebody had changed it.
    ///
    /// @throws UnknownScenario where no scenario has the id
    @Transactional
    StoredScenario thaw(String id, String caller) {
        boolean follows = id.equals(LeastCostScenario.ID);
        if (follows) {
            // locked first, as where it changes: a change under way is waited for, none is missed
            locked(COMMITTED);
        }
        ScenarioEntity entity = locked(id);
        if (entity.isFrozen()) {
            entity.thawedAt = now();
            entity.thawedBy = caller;
            if (follows) {
                renew(LeastCostScenario.of(get(COMMITTED).scenario()));
            }
        }
        return stored(entity);
    }

    private ScenarioEntity known(String id) {
        return notDeleted(anyOf(id));
    }

    private ScenarioEntity locked(String id) {
        return notDeleted(lockedEvenDeleted(id));
    }

    private ScenarioEntity lockedEvenDeleted(String id) {
        return scenarios
                .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new UnknownScenario(id));
    }

    /// Deleted or not.
    private ScenarioEntity anyOf(String id) {
        return scenarios.findByIdOptional(id).orElseThrow(() -> new UnknownScenario(id));
    }

    /// Deleted later than that, or not at all.
    private ScenarioEntity onFile(String id, Instant at) {
        ScenarioEntity entity = anyOf(id);
        deletionOf(entity)
                .filter(deletion -> !deletion.at().isAfter(at))
                .ifPresent(deletion -> {
                    throw new UnknownScenario(id, deletion);
                });
        return entity;
    }

    private static ScenarioEntity notDeleted(ScenarioEntity entity) {
        deletionOf(entity)
                .ifPresent(deletion -> {
                    throw new UnknownScenario(entity.id, deletion);
                });
        return entity;
    }

    /// @return whether the id was free
    private boolean insert(ScenarioEntity entity) {
        boolean inserted = scenarios.insertIfAbsent(entity);
        if (inserted) {
            versions.add(entity);
        }
        return inserted;
    }

    private void store(ScenarioEntity entity, Scenario after, String caller) {
        entity.version++;
        entity.document = write(after);
        entity.changedAt = now();
        entity.changedBy = caller;
        versions.add(entity);
    }

    private ScenarioEntity newEntity(Scenario scenario, String caller) {
        ScenarioEntity entity = new ScenarioEntity();
        entity.id = scenario.id();
        entity.version = 1;
        entity.document = write(scenario);
        entity.changedAt = now();
        entity.changedBy = caller;
        return entity;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private String write(Scenario scenario) {
        try {
            return json.writeValueAsString(ScenarioDocument.of(scenario));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A scenario is always JSON", impossible);
        }
    }

    private StoredScenario stored(ScenarioEntity entity) {
        Optional<Freeze> last = freezeOf(entity);
        return new StoredScenario(
                read(entity.id, entity.document),
                entity.version,
                entity.changedAt,
                entity.changedBy,
                entity.shipped,
                last.filter(freeze -> entity.isFrozen()),
                last.flatMap(freeze -> thawOf(entity, freeze)));
    }

    private static Optional<Deletion> deletionOf(ScenarioEntity entity) {
        @Nullable Instant at = entity.deletedAt;
        @Nullable String by = entity.deletedBy;
        return at == null || by == null ? Optional.empty() : Optional.of(new Deletion(at, by));
    }

    private static Optional<Freeze> freezeOf(ScenarioEntity entity) {
        @Nullable Instant at = entity.frozenAt;
        @Nullable String by = entity.frozenBy;
        return at == null || by == null ? Optional.empty() : Optional.of(new Freeze(at, by));
    }

    private static Optional<Thaw> thawOf(ScenarioEntity entity, Freeze freeze) {
        @Nullable Instant at = entity.thawedAt;
        @Nullable String by = entity.thawedBy;
        return at == null || by == null ? Optional.empty() : Optional.of(new Thaw(at, by, freeze));
    }

    private Scenario read(String id, String document) {
        try {
            return json.readValue(document, ScenarioDocument.class).scenario();
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("Scenario " + id + " is damaged", damaged);
        }
    }
}

package org.netzero.gateway.roadmap.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.netzero.gateway.roadmap.engine.LeastCostScenario;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.engine.ShippedScenarios;

/// The scenarios on file. The committed and the least-cost one are there from the first start on.
@ApplicationScoped
public class Scenarios {

    static final String COMMITTED = "committed";
    static final int MAXIMUM = 200;

    private static final String SHIPPED = "shipped";

    private final ScenarioRepository scenarios;
    private final ObjectMapper json;
    private final Clock clock;

    Scenarios(ScenarioRepository scenarios, ObjectMapper json, Clock clock) {
        this.scenarios = scenarios;
        this.json = json;
        this.clock = clock;
    }

    @Startup
    @Transactional
    void ship() {
        scenarios.insertIfAbsent(newEntity(ShippedScenarios.committed(), SHIPPED));
        scenarios.insertIfAbsent(
                newEntity(LeastCostScenario.of(get(COMMITTED).scenario()), SHIPPED));
    }

    /// The least-cost scenario has the levers and targets of the committed one until somebody
    /// changes it.
    private void follow(Scenario committed) {
        ScenarioEntity leastCost =
                scenarios.findById(LeastCostScenario.ID, LockModeType.PESSIMISTIC_WRITE);
        if (leastCost != null && leastCost.changedBy.equals(SHIPPED)) {
            update(leastCost, LeastCostScenario.of(committed), SHIPPED);
        }
    }

    private void update(ScenarioEntity entity, Scenario scenario, String caller) {
        entity.version++;
        entity.document = write(scenario);
        entity.changedAt = clock.instant();
        entity.changedBy = caller;
    }

    /// In the order of their ids.
    @Transactional
    public List<StoredScenario> all() {
        return scenarios.list("order by id").stream().map(this::stored).toList();
    }

    /// @throws UnknownScenario where no scenario has the id
    @Transactional
    public StoredScenario get(String id) {
        return scenarios
                .findByIdOptional(id)
                .map(this::stored)
                .orElseThrow(() -> new UnknownScenario(id));
    }

    /// @return whether it is new; a scenario of the same content under its id changes nothing
    /// @throws ScenarioIdTaken where another scenario has its id
    @Transactional
    boolean add(Scenario scenario, String caller) {
        Optional<ScenarioEntity> known = scenarios.findByIdOptional(scenario.id());
        if (known.isEmpty()) {
            if (scenarios.count() >= MAXIMUM) {
                throw new TooManyScenarios(MAXIMUM);
            }
            if (scenarios.insertIfAbsent(newEntity(scenario, caller))) {
                return true;
            }
        }
        if (!get(scenario.id()).scenario().equals(scenario)) {
            throw new ScenarioIdTaken(scenario.id());
        }
        return false;
    }

    /// Changes a scenario; one that stays the same keeps its version.
    ///
    /// @param expectedVersion refused where the scenario has another version
    /// @throws UnknownScenario where no scenario has the id
    @Transactional
    StoredScenario change(
            String id,
            OptionalLong expectedVersion,
            String caller,
            UnaryOperator<Scenario> change) {
        ScenarioEntity entity =
                scenarios
                        .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                        .orElseThrow(() -> new UnknownScenario(id));
        if (expectedVersion.isPresent() && expectedVersion.getAsLong() != entity.version) {
            throw new ScenarioChanged(id, entity.version, expectedVersion.getAsLong());
        }
        StoredScenario before = stored(entity);
        Scenario after = change.apply(before.scenario());
        if (after.equals(before.scenario())) {
            return before;
        }
        update(entity, after, caller);
        if (id.equals(COMMITTED)) {
            follow(after);
        }
        return new StoredScenario(after, entity.version);
    }

    private ScenarioEntity newEntity(Scenario scenario, String caller) {
        ScenarioEntity entity = new ScenarioEntity();
        entity.id = scenario.id();
        entity.version = 1;
        entity.document = write(scenario);
        entity.changedAt = clock.instant();
        entity.changedBy = caller;
        return entity;
    }

    private String write(Scenario scenario) {
        try {
            return json.writeValueAsString(ScenarioDocument.of(scenario, null));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A scenario is always JSON", impossible);
        }
    }

    private StoredScenario stored(ScenarioEntity entity) {
        try {
            return new StoredScenario(
                    json.readValue(entity.document, ScenarioDocument.class).scenario(),
                    entity.version);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("Scenario " + entity.id + " is damaged", damaged);
        }
    }
}

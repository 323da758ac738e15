package org.netzero.gateway.roadmap.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.netzero.gateway.roadmap.engine.LeastCostScenario;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.engine.ShippedScenarios;
import org.netzero.gateway.roadmap.engine.Target;

/// What a release that brings a scenario does to what is on file.
@QuarkusTest
class ShippedScenariosOnFileTest {

    @Inject Scenarios scenarios;
    @Inject EntityManager database;

    private final String id = "shipped-" + UUID.randomUUID();

    @Test
    void aScenarioThatNobodyChangedIsRenewed() {
        scenarios.ship(named("first"));
        scenarios.ship(named("first"));
        assertThat(scenarios.get(id).version()).isEqualTo(1);
        scenarios.ship(named("second"));
        StoredScenario stored = scenarios.get(id);
        assertThat(stored.scenario().name()).isEqualTo("second");
        assertThat(stored.version()).isEqualTo(2);
        assertThat(stored.shipped()).isTrue();
    }

    @Test
    void aScenarioThatAUserChangedKeepsTheChange() {
        scenarios.ship(named("first"));
        scenarios.change(id, OptionalLong.empty(), "somebody", before -> named("changed"));
        scenarios.ship(named("second"));
        assertThat(scenarios.get(id).scenario().name()).isEqualTo("changed");
        assertThat(scenarios.get(id).shipped()).isTrue();
    }

    @Test
    void aScenarioThatIsFrozenStays() {
        scenarios.ship(named("first"));
        scenarios.freeze(id, "somebody");
        scenarios.ship(named("second"));
        assertThat(scenarios.get(id).scenario().name()).isEqualTo("first");
    }

    @Test
    void aScenarioThatAUserDeletedStaysDeletedWhereItIsShippedLater() {
        scenarios.add(named("theirs"), "somebody");
        scenarios.delete(id, "somebody");
        scenarios.ship(named("shipped"));
        assertThat(scenarios.versions()).doesNotContainKey(id);
        assertThatThrownBy(() -> scenarios.get(id)).isInstanceOf(UnknownScenario.class);
        assertThat(scenarios.isShipped(id)).isFalse();
    }

    @Test
    void theLeastCostScenarioTakesOverWhatChangedWhileItWasFrozenOnceItIsThawed() {
        asNobodyChangedIt(LeastCostScenario.ID);
        List<Target> targets = scenarios.get("committed").scenario().targets();
        scenarios.freeze(LeastCostScenario.ID, "somebody");
        StoredScenario frozen = scenarios.get(LeastCostScenario.ID);
        try {
            changeTargets(targets.subList(1, targets.size()));
            assertThat(scenarios.get(LeastCostScenario.ID)).isEqualTo(frozen);
            StoredScenario thawed = scenarios.thaw(LeastCostScenario.ID, "somebody else");
            assertThat(thawed.version()).isEqualTo(frozen.version() + 1);
            assertThat(thawed.scenario().targets())
                    .isEqualTo(scenarios.get("committed").scenario().targets())
                    .isNotEqualTo(frozen.scenario().targets());
            assertThat(scenarios.thaw(LeastCostScenario.ID, "nobody").version())
                    .isEqualTo(thawed.version());
        } finally {
            scenarios.thaw(LeastCostScenario.ID, "somebody else");
            changeTargets(targets);
        }
        assertThat(scenarios.get(LeastCostScenario.ID).scenario().targets()).isEqualTo(targets);
    }

    /// Other tests change it as users do.
    private void asNobodyChangedIt(String id) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createQuery(
                                        "update ScenarioEntity set changedBy = 'shipped' where id = :id")
                                .setParameter("id", id)
                                .executeUpdate());
    }

    private void changeTargets(List<Target> targets) {
        scenarios.change(
                "committed",
                OptionalLong.empty(),
                "somebody",
                before -> before.withTargets(targets));
    }

    @Test
    void whatAUserStoredUnderAnIdThatIsShippedNowStaysTheUsers() {
        scenarios.add(named("own"), "somebody");
        scenarios.ship(named("shipped"));
        assertThat(scenarios.get(id).scenario().name()).isEqualTo("own");
        assertThat(scenarios.get(id).shipped()).isFalse();
    }

    @Test
    void theShippedOnesAreOnFile() {
        assertThat(scenarios.versions().keySet())
                .containsAll(List.of("as-reported", "committed", "current-pace", "least-cost"));
    }

    private Scenario named(String name) {
        Scenario committed = ShippedScenarios.committed();
        return new Scenario(
                id,
                name,
                committed.baseYear(),
                committed.targetYear(),
                committed.electricity(),
                committed.otherActivity(),
                committed.levers(),
                committed.targets(),
                committed.offsets());
    }
}

package org.netzero.gateway.roadmap.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.engine.ShippedScenarios;

/// What a release that brings a scenario does to what is on file.
@QuarkusTest
class ShippedScenariosOnFileTest {

    @Inject Scenarios scenarios;

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

package org.netzero.emissions.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_emissions"))
class StoredFactorSetsTest {

    @Inject FactorSetStore store;
    @Inject Factors factors;
    @Inject DataSource database;

    @Test
    void whatIsStoredIsKnownByItsContentAndNotReadAgain() {
        assertThat(store.shipped())
                .containsAllEntriesOf(new SourceSets(Factors.EDITION).contents())
                .containsEntry(Factors.CORE, new FactorSetFiles(Factors.CORE).sha256());
    }

    @Test
    void factorsComeBackAsTheyWereRead() {
        for (FactorSet set : TestLibrary.all()) {
            FactorSet stored = store.read(set.version());

            assertThat(stored.factors()).containsExactlyInAnyOrderElementsOf(set.factors());
            assertThat(stored.report()).isEqualTo(set.report());
        }
    }

    @Test
    void setsStoredWithoutRangesGetThemOnceAndKeepTheirFigures() throws SQLException {
        // Given
        FactorSet ranged = store.read("ipcc-2006.1");
        try (Connection connection = database.getConnection();
                Statement forget = connection.createStatement()) {
            forget.executeUpdate(
                    "update emission_factor set uncertainty = null where set_version = 'ipcc-2006.1'");
        }
        assertThat(store.hasRanges()).isFalse();

        // When
        factors.publishAtStart(new StartupEvent());

        // Then
        assertThat(store.hasRanges()).isTrue();
        assertThat(store.read("ipcc-2006.1")).isEqualTo(ranged);
        assertThat(factors.library().find("ipcc2006.stat-commercial.natural-gas.co2"))
                .isEqualTo(TestLibrary.SHIPPED.find("ipcc2006.stat-commercial.natural-gas.co2"));
    }

    @Test
    void aVersionNeverChangesItsContent() {
        FactorSet known = TestLibrary.SOURCES.getFirst();
        var other =
                new FactorSet(
                        known.version(),
                        "other content",
                        known.title(),
                        known.publisher(),
                        known.licence(),
                        List.<EmissionFactor>of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        known.report());

        assertThatThrownBy(() -> factors.publish(other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("publish changes under a new version");
    }
}

package org.netzero.emissions.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
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

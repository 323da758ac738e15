package org.netzero.datacenter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.netzero.datacenter.facility.PointsChanged;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class OrderOfChangesTest {

    @Inject BeanManager beans;

    /// Whoever looks for series between would else put what rules of before say into an index that
    /// nobody lets go of any more.
    @Test
    void indexesAreLetGoOfBehindTheRulesTheyAreMadeOf() {
        var observers = beans.resolveObserverMethods(new PointsChanged());
        int indexes =
                observers.stream()
                        .filter(observer -> observer.getBeanClass() == SeriesIndexes.class)
                        .mapToInt(ObserverMethod::getPriority)
                        .min()
                        .orElseThrow();

        assertThat(observers)
                .filteredOn(observer -> observer.getBeanClass() != SeriesIndexes.class)
                .isNotEmpty()
                .allSatisfy(observer -> assertThat(observer.getPriority()).isLessThan(indexes));
    }
}

package org.netzero.datacenter.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.input.Period;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class DueIndicatorsTest {

    private static final DueIndicators.Due MARCH =
            new DueIndicators.Due("due-nowhere", Period.parse("2026-03"));

    @Inject DueIndicators due;

    /// Whoever took it would compute it without the change, and nobody would compute it again.
    @RepeatedTest(3)
    void oneThatIsOnTheListAlreadyIsNotTakenBeforeItsChangeIsCommitted() {
        QuarkusTransaction.requiringNew().run(this::add);

        List<DueIndicators.Due> takenMeanwhile =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            add();
                            return CompletableFuture.supplyAsync(this::takeAll).join();
                        });

        assertThat(takenMeanwhile).doesNotContain(MARCH);
    }

    private void add() {
        due.add(MARCH.subject(), MARCH.period());
    }

    private List<DueIndicators.Due> takeAll() {
        return QuarkusTransaction.requiringNew().call(() -> due.take(1_000));
    }
}

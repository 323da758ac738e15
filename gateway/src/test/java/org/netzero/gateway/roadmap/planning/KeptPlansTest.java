package org.netzero.gateway.roadmap.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.netzero.gateway.GatewayProblem;

class KeptPlansTest {

    private final KeptPlans<String, Integer> plans = new KeptPlans<>(2, Duration.ofMillis(1));
    private final AtomicInteger made = new AtomicInteger();

    private int of(String question) {
        return plans.of(question, made::incrementAndGet);
    }

    @Test
    void whatIsKeptIsNotMadeAgain() {
        assertThat(of("a")).isEqualTo(1);
        assertThat(of("b")).isEqualTo(2);
        assertThat(of("a")).isEqualTo(1);
        assertThat(of("c")).isEqualTo(3);
        assertThat(of("a")).isEqualTo(1);
        assertThat(of("b")).isEqualTo(4);
    }

    @Test
    void whatIsKeptDoesNotWaitForAPlanThatIsBeingMade() {
        of("a");
        int meanwhile =
                plans.of(
                        "b",
                        () ->
                                CompletableFuture.supplyAsync(() -> of("a"))
                                        .orTimeout(30, TimeUnit.SECONDS)
                                        .join());
        assertThat(meanwhile).isEqualTo(1);
    }

    @Test
    void whoWaitsTooLongForAnotherPlanIsRefused() {
        assertThatThrownBy(() -> plans.of("a", () -> of("b")))
                .isInstanceOf(PlannerBusy.class)
                .hasMessageContaining("Retry-After");
        assertThat(made).hasValue(0);
        assertThat(of("b")).isEqualTo(1);
    }

    @Test
    void theRefusalSaysWhenToAskAgain() {
        var answer = new PlanningProblems().busy(new PlannerBusy(Duration.ofSeconds(20)));
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeaderString("Retry-After")).isNotEmpty();
        assertThat(answer.getEntity())
                .hasFieldOrPropertyWithValue("code", GatewayProblem.PLANNER_BUSY.name());
    }

    @Test
    void aPlanThatFailedLeavesTheTurnToTheNext() {
        assertThatThrownBy(() ->
                        plans.of(
                                "a",
                                () -> {
                                    throw new IllegalStateException("failed");
                                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(of("a")).isEqualTo(1);
    }
}

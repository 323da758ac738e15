package org.netzero.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.netzero.local.deadletter.DeadLetter;
import org.netzero.local.deadletter.DeadLetters;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class DeadLetterReplayTest {

    private static final String TOPIC = "test.notice";
    private static final String TYPE = "org.netzero.test.notice-given.v1";

    @Inject Outbox outbox;
    @Inject Notices notices;

    private final DeadLetters deadLetters = new DeadLetters(LocalStack.bootstrapServers());

    @Test
    void aMessageThatAConsumerCouldNotTakeHasItsEffectOnceItIsMendedAndExactlyOnce() {
        // Given
        String key = UUID.randomUUID().toString();
        notices.breakDown();
        tell(key, "given up");
        await("the dead letter", () -> !waiting(key).isEmpty());
        assertThat(waiting(key))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.topic()).isEqualTo(TOPIC);
                    assertThat(letter.reason()).contains("'given up' is not understood");
                    assertThat(letter.origin()).isPresent();
                });

        // When
        notices.mend();
        deadLetters.replay(letter -> key.equals(letter.key()));
        deadLetters.replay(letter -> key.equals(letter.key()));
        tell(key, "what came later");

        // Then
        await("the later message", () -> notices.taken().contains("what came later"));
        assertThat(notices.taken()).containsExactly("given up", "what came later");
        assertThat(waiting(key)).isEmpty();
    }

    @Test
    void aMessageSentAgainBeforeTheCauseIsMendedIsADeadLetterAgain() {
        // Given
        String key = UUID.randomUUID().toString();
        notices.breakDown();
        tell(key, "too early");
        await("the dead letter", () -> !waiting(key).isEmpty());
        DeadLetter first = waiting(key).getFirst();

        // When
        deadLetters.replay(letter -> key.equals(letter.key()));

        // Then
        await(
                "the next dead letter",
                () -> waiting(key).stream().anyMatch(letter -> !letter.equals(first)));
        assertThat(waiting(key)).hasSize(1);
        notices.mend();
    }

    private void tell(String key, String text) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.add(TOPIC, TYPE, key, new Notices.Notice(text)));
    }

    private List<DeadLetter> waiting(String key) {
        return deadLetters.waiting().stream().filter(letter -> key.equals(letter.key())).toList();
    }

    private static void await(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for %s", what).isLessThan(end);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}

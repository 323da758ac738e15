package org.netzero.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.BackPressureFailure;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeStreamTest {

    private static final int BEHIND_AT_MOST = 3;

    private final ChangeStream stream = new ChangeStream();

    @Test
    void everybodyWhoListensHearsOfAChange() {
        AssertSubscriber<Change> one = listener(10);
        AssertSubscriber<Change> another = listener(10);

        stream.announce(ChangeKind.INVENTORY, Map.of("period", "2026"));

        Change expected = new Change(ChangeKind.INVENTORY, Map.of("period", "2026"));
        one.assertItems(expected);
        another.assertItems(expected);
    }

    @Test
    void whoIsTooFarBehindIsDroppedAndTheOthersAreNot() {
        AssertSubscriber<Change> slow = listener(0);
        AssertSubscriber<Change> quick = listener(10);

        for (int i = 0; i <= BEHIND_AT_MOST; i++) {
            stream.announce(ChangeKind.ENERGY, Map.of("period", "2026-0" + i));
        }

        slow.assertFailedWith(BackPressureFailure.class);
        assertThat(quick.getItems()).hasSize(BEHIND_AT_MOST + 1);
    }

    @Test
    void aChangeNobodyListensToIsForgotten() {
        stream.announce(ChangeKind.ENERGY, Map.of());

        listener(10).assertHasNotReceivedAnyItem();
    }

    private AssertSubscriber<Change> listener(long wanted) {
        return stream.changes(BEHIND_AT_MOST)
                .subscribe()
                .withSubscriber(AssertSubscriber.create(wanted));
    }
}

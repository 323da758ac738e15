package org.netzero.platform.problem;

import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/// Tells a caller that hung up in the middle of its body, or did not go on with it, from what is
/// wrong here: nobody waits for the answer, and there is nothing to look into.
final class BrokenBody {

    /// What Quarkus says of a body that stands still.
    private static final String STANDS_STILL = "Read timed out";

    private BrokenBody() {}

    static boolean isBehind(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpClosedException
                    || cause instanceof ClosedChannelException
                    || (cause instanceof IOException && STANDS_STILL.equals(cause.getMessage()))) {
                return true;
            }
        }
        return false;
    }
}

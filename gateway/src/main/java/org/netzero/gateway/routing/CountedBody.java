package org.netzero.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request's body on its way to a service: passed on as it comes and as fast as the service takes
/// it, until it ends or grows beyond its limit.
final class CountedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final BodyTooLarge excess;
    private final long limitBytes;
    private final Runnable onEnd;
    private long bytes;
    private boolean brokeOff;
    private @Nullable Handler<Throwable> onFailure;

    /// @param onEnd told when the whole body has come
    CountedBody(ReadStream<Buffer> body, BodyTooLarge excess, Runnable onEnd) {
        this.body = body;
        this.limitBytes = excess.limitBytes();
        this.excess = excess;
        this.onEnd = onEnd;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> next) {
        body.handler(next == null ? null : chunk -> count(chunk, next));
        return this;
    }

    private void count(Buffer chunk, Handler<Buffer> next) {
        if (bytes > limitBytes) {
            return;
        }
        bytes += chunk.length();
        if (bytes <= limitBytes) {
            next.handle(chunk);
        } else if (onFailure != null) {
            onFailure.handle(excess);
        }
    }

    /// What was wrong with the body, once it was too large.
    Optional<BodyTooLarge> excess() {
        return bytes > limitBytes ? Optional.of(excess) : Optional.empty();
    }

    /// Whether its sender went away before its end.
    boolean brokeOff() {
        return brokeOff;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        onFailure = handler;
        body.exceptionHandler(failure -> {
            brokeOff = true;
            if (handler != null) {
                handler.handle(failure);
            }
        });
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        body.endHandler(end -> {
            onEnd.run();
            if (handler != null) {
                handler.handle(null);
            }
        });
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        body.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        body.fetch(amount);
        return this;
    }
}

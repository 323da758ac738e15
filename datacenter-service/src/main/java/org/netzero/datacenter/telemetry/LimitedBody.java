package org.netzero.datacenter.telemetry;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;

/// A body that ends with [BodyTooLarge] when it goes on beyond its limit, whatever length it
/// declared, and takes room for what it brings.
final class LimitedBody extends FilterInputStream {

    private final long limitBytes;
    private final IntConsumer room;
    private long readBytes;

    /// @param room is told of bytes as they are read
    LimitedBody(InputStream body, long limitBytes, IntConsumer room) {
        super(body);
        this.limitBytes = limitBytes;
        this.room = room;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    private void count(int more) {
        readBytes += more;
        if (readBytes > limitBytes) {
            throw new BodyTooLarge(limitBytes);
        }
        room.accept(more);
    }
}

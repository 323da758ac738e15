package org.netzero.datacenter.telemetry;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A body that ends with [BodyTooLarge] when it goes on beyond its limit, whatever length it
/// declared.
final class LimitedBody extends FilterInputStream {

    private final long limitBytes;
    private long readBytes;

    LimitedBody(InputStream body, long limitBytes) {
        super(body);
        this.limitBytes = limitBytes;
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
    }
}

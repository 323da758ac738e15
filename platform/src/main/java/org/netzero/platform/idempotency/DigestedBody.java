package org.netzero.platform.idempotency;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.netzero.platform.digest.Sha256;

/// A request's body that is digested while its resource reads it, so that a file of gigabytes is
/// read once and kept nowhere.
final class DigestedBody extends FilterInputStream {

    private final Sha256 digest = new Sha256();

    DigestedBody(InputStream body) {
        super(body);
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        if (next >= 0) {
            digest.add((byte) next);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        if (count > 0) {
            digest.add(buffer, offset, count);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /// A resource that closes the body has not read what is left of it.
    @Override
    public void close() {}

    /// The SHA-256 of the whole body in hexadecimal digits, what the resource left unread included.
    String sha256OfAll() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        in.close();
        return digest.hex();
    }
}

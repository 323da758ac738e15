package org.netzero.datacenter.telemetry;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.netzero.platform.problem.InvalidInput;

/// A body packed with gzip; one that is not, or ends too early, is refused as a whole.
final class UnzippedBody extends FilterInputStream {

    private static final int CHUNK_BYTES = 64 * 1024;

    /// @throws InvalidInput when it does not begin as gzip does
    UnzippedBody(InputStream packed) throws IOException {
        super(opened(packed));
    }

    private static InputStream opened(InputStream packed) throws IOException {
        try {
            return new GZIPInputStream(packed, CHUNK_BYTES);
        } catch (ZipException | EOFException broken) {
            throw refused(broken);
        }
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (ZipException | EOFException broken) {
            throw refused(broken);
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return super.read(into, offset, length);
        } catch (ZipException | EOFException broken) {
            throw refused(broken);
        }
    }

    private static InvalidInput refused(IOException broken) {
        return new InvalidInput(
                "",
                "NOT_GZIP",
                "the body is no complete gzip: %s; nothing of it is stored"
                        .formatted(broken.getMessage()));
    }
}

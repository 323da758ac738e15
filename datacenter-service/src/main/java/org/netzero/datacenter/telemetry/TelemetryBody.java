package org.netzero.datacenter.telemetry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.netzero.platform.problem.InvalidInput;
import org.xerial.snappy.Snappy;
import org.xerial.snappy.SnappyError;

/// The bytes of a body of readings as its sender meant them: unpacked, and never more of them than
/// the limit, whatever length it declared and however well it was packed.
///
/// @param bytes may be more than count
/// @param length bytes that count
// an array instead of a copy of it: this is where the load passes
@SuppressWarnings("ArrayRecordComponent")
record TelemetryBody(byte[] bytes, int length) {

    /// Bytes unpacked.
    static final int MAX_BYTES = 32 << 20;

    private static final String SNAPPY = "snappy";

    private static final int CHUNK_BYTES = 64 * 1024;

    /// Unpacks a body and reads all of it.
    ///
    /// @param encoding as `Content-Encoding` states it; empty where nothing is packed
    /// @param share takes room for what is read
    /// @throws BodyTooLarge when it goes on beyond its limit
    /// @throws ReadingsNotStored when there is no room for it
    /// @throws InvalidInput when it cannot be unpacked
    /// @throws UnsupportedEncoding for a packing of another kind
    static TelemetryBody read(InputStream body, String encoding, BytesInFlight.Share share) {
        var read = new Growing();
        try (InputStream opened = opened(body, encoding, share)) {
            opened.transferTo(read);
            return isSnappy(encoding) ? read.body().unsnapped(share) : read.body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Unpacks a body while it is read.
    ///
    /// @see #read(InputStream, String, BytesInFlight.Share)
    static InputStream opened(InputStream body, String encoding, BytesInFlight.Share share)
            throws IOException {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            // of snappy all bytes are needed at once
            case "", "identity", SNAPPY -> new LimitedBody(body, MAX_BYTES, share::take);
            case "gzip", "x-gzip" ->
                    new LimitedBody(
                            new UnzippedBody(new LimitedBody(body, MAX_BYTES, passing -> {})),
                            MAX_BYTES,
                            share::take);
            default -> throw new UnsupportedEncoding(encoding);
        };
    }

    private static boolean isSnappy(String encoding) {
        return encoding.strip().equalsIgnoreCase(SNAPPY);
    }

    private TelemetryBody unsnapped(BytesInFlight.Share share) throws IOException {
        try {
            int unpacked = Snappy.uncompressedLength(bytes, 0, length);
            if (unpacked < 0 || unpacked > MAX_BYTES) {
                throw new BodyTooLarge(MAX_BYTES);
            }
            share.take(unpacked);
            byte[] into = new byte[unpacked];
            return new TelemetryBody(into, Snappy.uncompress(bytes, 0, length, into, 0));
        } catch (SnappyError | IOException broken) {
            throw new InvalidInput(
                    "",
                    "NOT_SNAPPY",
                    "the body is no snappy block: %s; nothing of it is stored"
                            .formatted(broken.getMessage()));
        }
    }

    /// Gives its bytes away instead of copying them.
    private static final class Growing extends ByteArrayOutputStream {
        Growing() {
            super(CHUNK_BYTES);
        }

        TelemetryBody body() {
            return new TelemetryBody(buf, count);
        }
    }
}

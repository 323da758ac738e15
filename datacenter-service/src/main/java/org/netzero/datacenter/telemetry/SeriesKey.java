package org.netzero.datacenter.telemetry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How a sender names a series, byte by byte as it writes it. The same point written otherwise is
/// another series; asked for millions of times, a series is found without reading its name.
final class SeriesKey {

    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private byte[] bytes;
    private int from;
    private int to;
    private int hash;

    /// A key that [#of(byte\[\], int, int)] points at one series after the other.
    SeriesKey() {
        this.bytes = new byte[0];
    }

    /// Points this key at the bytes of another series.
    ///
    /// @param from the first byte
    /// @param to behind the last one
    SeriesKey of(byte[] text, int from, int to) {
        this.bytes = text;
        this.from = from;
        this.to = to;
        this.hash = hash(text, from, to);
        return this;
    }

    /// A key of its own bytes, which nobody changes.
    SeriesKey kept() {
        byte[] own = Arrays.copyOfRange(bytes, from, to);
        return new SeriesKey().of(own, 0, own.length);
    }

    /// The bytes of a key that is kept.
    byte[] bytes() {
        return bytes;
    }

    /// Its number of bytes.
    int length() {
        return to - from;
    }

    private static int hash(byte[] text, int from, int to) {
        long mixed = (long) to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            mixed = (mixed ^ (long) WORD.get(text, at)) * MIX;
            mixed ^= mixed >>> 29;
        }
        for (; at < to; at++) {
            mixed = (mixed ^ text[at]) * MIX;
        }
        return Long.hashCode(mixed * MIX);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SeriesKey key
                && key.hash == hash
                && Arrays.equals(bytes, from, to, key.bytes, key.from, key.to);
    }

    @Override
    public String toString() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}

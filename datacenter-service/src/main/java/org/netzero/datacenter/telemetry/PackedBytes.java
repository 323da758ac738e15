package org.netzero.datacenter.telemetry;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Bytes that grow as numbers are written to them, small numbers in few. For one thread, and again
/// and again.
final class PackedBytes {

    private static final int CONTINUES = 0x80;
    private static final int PAYLOAD = 0x7F;
    private static final int PAYLOAD_BITS = 7;

    /// Ten groups of seven bits hold a `long`.
    private static final int MOST_VARINT_BYTES = 10;

    private byte[] bytes = new byte[512];
    private int length;

    PackedBytes clear() {
        length = 0;
        return this;
    }

    int length() {
        return length;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    void putByte(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    void putDouble(double value) {
        room(Double.BYTES);
        ByteBuffer.wrap(bytes).putLong(length, Double.doubleToRawLongBits(value));
        length += Double.BYTES;
    }

    /// Seven bits a byte, the lowest first, as in Protocol Buffers.
    void putVarint(long value) {
        room(MOST_VARINT_BYTES);
        long rest = value;
        while ((rest & ~(long) PAYLOAD) != 0) {
            bytes[length++] = (byte) (rest | CONTINUES);
            rest >>>= PAYLOAD_BITS;
        }
        bytes[length++] = (byte) rest;
    }

    /// Of either sign, in few bytes near 0.
    void putSigned(long value) {
        putVarint((value << 1) ^ (value >> (Long.SIZE - 1)));
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
    }

    static long varint(ByteBuffer from) {
        long value = 0;
        int shift = 0;
        byte next = from.get();
        while ((next & CONTINUES) != 0) {
            value |= (long) (next & PAYLOAD) << shift;
            shift += PAYLOAD_BITS;
            next = from.get();
        }
        return value | ((long) next << shift);
    }

    static long signed(ByteBuffer from) {
        long value = varint(from);
        return (value >>> 1) ^ -(value & 1);
    }
}

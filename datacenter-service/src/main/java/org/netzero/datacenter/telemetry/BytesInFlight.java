package org.netzero.datacenter.telemetry;

import java.util.concurrent.Semaphore;

/// How many bytes of bodies are in memory at once, from their first byte until what they bring is
/// durable. Counted as they are read, so that a body takes the room it needs and not what it might
/// need: hundreds of slow senders of little ones have room, and few of large ones.
final class BytesInFlight {

    /// What any body takes to begin with, buffers among it.
    static final int LEAST_BYTES = 64 * 1024;

    private final int most;
    private final Semaphore free;

    /// @param mostBytes of all bodies together; what becomes of them in memory takes two to three
    ///   times as much
    BytesInFlight(long mostBytes) {
        this.most = (int) Math.min(Integer.MAX_VALUE, mostBytes);
        this.free = new Semaphore(most);
    }

    /// A tenth of the heap, and room for a body of the largest size, packed and unpacked.
    static BytesInFlight ofHeap(long heapBytes) {
        return new BytesInFlight(
                Math.max(heapBytes / 10, 2L * TelemetryBody.MAX_BYTES + LEAST_BYTES));
    }

    /// Room for one more body.
    ///
    /// @throws ReadingsNotStored when there is none
    Share share() {
        var share = new Share();
        share.take(LEAST_BYTES);
        return share;
    }

    /// What one body takes.
    final class Share implements AutoCloseable {
        private int taken;

        private Share() {}

        /// Takes more.
        ///
        /// @throws ReadingsNotStored when bodies have all there is
        void take(int bytes) {
            if (!free.tryAcquire(bytes)) {
                throw new ReadingsNotStored(
                        "Bodies of more than %d MB are being read at once; nothing of this one is stored"
                                .formatted(most >> 20));
            }
            taken += bytes;
        }

        @Override
        public void close() {
            free.release(taken);
            taken = 0;
        }
    }
}

package org.netzero.datacenter.telemetry;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// What the names of series take in memory, in all indexes together. When it is too much, all of
/// them are let go of, and found again when they are asked for.
final class HeldBytes {

    /// A fifth of the heap: a million series of names of 150 bytes in 1,280 MB.
    private static final long MOST = Runtime.getRuntime().maxMemory() / 5;

    private final AtomicLong held = new AtomicLong();
    private final List<Runnable> holders = new CopyOnWriteArrayList<>();

    /// @param letGo lets go of what an index holds
    void whenFull(Runnable letGo) {
        holders.add(letGo);
    }

    void add(long bytes) {
        if (held.addAndGet(bytes) > MOST) {
            letGo();
            held.set(bytes);
        }
    }

    void letGo() {
        holders.forEach(Runnable::run);
        held.set(0);
    }

    /// Holders that nobody asks any more.
    void forgetHolders() {
        holders.clear();
        held.set(0);
    }
}

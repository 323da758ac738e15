package org.netzero.gateway.roadmap.uncertainty;

/// Random numbers by seed, name and run: a pure function, so that runs need no order, and an input
/// of one name is the same in every scenario (common random numbers).
public final class Draws {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private final long key;

    private Draws(long key) {
        this.key = key;
    }

    /// The stream of one input.
    public static Draws of(long seed, String name) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        return new Draws(mixed(mixed(seed + GOLDEN) ^ hash));
    }

    /// Uniform in the open interval from 0 to 1.
    public double uniform(int run) {
        long bits = mixed(key + (run + 1L) * GOLDEN);
        return ((bits >>> 11) + 0.5) * UNIT;
    }

    /// Standard normal.
    public double normal(int run) {
        return Normal.quantile(uniform(run));
    }

    /// The finalizer of SplitMix64 (Steele, Lea, Flood 2014).
    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

package org.netzero.load.synthetic;

/// Numbers that look drawn and are the same for the same seed and place.
final class Chance {

    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;
    private static final double DRAWS = 1L << 53;

    private Chance() {}

    /// From 0 to below 1, evenly.
    ///
    /// @param places what the number belongs to, such as a data centre and an hour
    static double of(long seed, long... places) {
        long mixed = seed;
        for (long place : places) {
            mixed = mixed(mixed + STEP * (place + 1));
        }
        return (mixed(mixed) >>> 11) / DRAWS;
    }

    /// Mixes as SplitMix64 does (Steele, Lea, Flood, "Fast splittable pseudorandom number
    /// generators", 2014).
    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ (mixed >>> 31);
    }
}

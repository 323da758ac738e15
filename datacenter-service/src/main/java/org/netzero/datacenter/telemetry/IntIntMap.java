package org.netzero.datacenter.telemetry;

import java.util.Arrays;

/// Numbers by positive numbers, as an [IntMap] without an object for the value either: of a million
/// points.
final class IntIntMap {

    private static final int FEWEST = 64;
    private static final int MIX = 0x9E37_79B9;

    /// 0 where there is none.
    private int[] keys = new int[FEWEST];

    private int[] values = new int[FEWEST];
    private int size;

    /// @param missing the answer where there is no value
    int get(int key, int missing) {
        int at = place(key);
        return keys[at] == 0 ? missing : values[at];
    }

    void put(int key, int value) {
        if (key <= 0) {
            throw new IllegalArgumentException("No positive number: " + key);
        }
        int at = place(key);
        if (keys[at] == 0) {
            if (2 * (size + 1) > keys.length) {
                grow();
                at = place(key);
            }
            keys[at] = key;
            size++;
        }
        values[at] = value;
    }

    void clear() {
        Arrays.fill(keys, 0);
        size = 0;
    }

    private int place(int key) {
        int at = (key * MIX) >>> (Integer.numberOfLeadingZeros(keys.length) + 1);
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldValues = values;
        keys = new int[2 * oldKeys.length];
        values = new int[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }
}

package org.netzero.datacenter.telemetry;

import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Values by positive numbers, found without an object for the number: asked for with every
/// reading.
final class IntMap<V> {

    private static final int FEWEST = 64;
    private static final int MIX = 0x9E37_79B9;

    private int[] keys = new int[FEWEST];
    private @Nullable Object[] values = new Object[FEWEST];
    private int size;

    int size() {
        return size;
    }

    @Nullable V get(int key) {
        return value(values, place(key));
    }

    // only values of this type are put in
    @SuppressWarnings("unchecked")
    private @Nullable V value(@Nullable Object[] of, int at) {
        return (V) of[at];
    }

    void put(int key, V value) {
        int at = place(key);
        if (values[at] == null) {
            if (2 * (size + 1) > keys.length) {
                grow();
                at = place(key);
            }
            keys[at] = key;
            size++;
        }
        values[at] = value;
    }

    /// Takes a value out; those that were put past it are put anew.
    @Nullable V remove(int key) {
        int at = place(key);
        V removed = get(key);
        if (removed == null) {
            return null;
        }
        values[at] = null;
        size--;
        for (int next = next(at); values[next] != null; next = next(next)) {
            Object moved = values[next];
            values[next] = null;
            int to = place(keys[next]);
            keys[to] = keys[next];
            values[to] = moved;
        }
        return removed;
    }

    /// Takes out the values that are not wanted any more.
    void removeIf(Predicate<V> unwanted) {
        int[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = new int[oldKeys.length];
        values = new Object[oldKeys.length];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            V value = value(oldValues, i);
            if (value != null && !unwanted.test(value)) {
                put(oldKeys[i], value);
            }
        }
    }

    void clear() {
        Arrays.fill(values, null);
        size = 0;
    }

    private int place(int key) {
        int at = (key * MIX) >>> (Integer.numberOfLeadingZeros(keys.length) + 1);
        while (values[at] != null && keys[at] != key) {
            at = next(at);
        }
        return at;
    }

    private int next(int at) {
        return (at + 1) & (keys.length - 1);
    }

    private void grow() {
        int[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = new int[2 * oldKeys.length];
        values = new Object[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != null) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }
}

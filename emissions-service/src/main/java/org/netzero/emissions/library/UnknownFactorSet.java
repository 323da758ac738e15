package org.netzero.emissions.library;

/// A version names no factor set.
public final class UnknownFactorSet extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownFactorSet(String version) {
        super(
                "There is no factor set '%s'; the sets are listed at /api/emissions/factor-sets"
                        .formatted(version));
    }
}

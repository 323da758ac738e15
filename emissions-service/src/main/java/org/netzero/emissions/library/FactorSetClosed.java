package org.netzero.emissions.library;

/// A set that counts is not changed.
public final class FactorSetClosed extends RuntimeException {

    private static final long serialVersionUID = 1;

    FactorSetClosed(String version, FactorSetStore.Status status) {
        super(reason(version, status));
    }

    static String reason(String version, FactorSetStore.Status status) {
        return "Factor set '%s' is %s and never changes; put factors into a new set, and name what they correct in supersedes"
                .formatted(version, status);
    }
}

package org.netzero.emissions.inventory;

/// A year has no such version.
public final class UnknownVersion extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownVersion(int year, int version) {
        super(
                "The inventory of %d has no version %d; /api/emissions/inventories/%d/versions lists them"
                        .formatted(year, version, year));
    }
}

package org.netzero.emissions.inventory;

/// How far the inventory of a year is settled.
public enum InventoryStatus {
    /// It is calculated anew whenever it is asked for.
    DRAFT,
    /// Somebody answers for its figures; it is still calculated anew.
    VALIDATED,
    /// Its figures are stored and never change.
    LOCKED,
    /// A later version is stored beside the ones before it.
    RESTATED;

    boolean mayBecome(InventoryStatus next) {
        return switch (this) {
            case DRAFT -> next == VALIDATED;
            case VALIDATED -> next == VALIDATED || next == DRAFT || next == LOCKED;
            case LOCKED, RESTATED -> next == RESTATED;
        };
    }

    boolean isStored() {
        return this == LOCKED || this == RESTATED;
    }
}

package org.netzero.energy.storage;

/// There is no storage with this id.
public final class UnknownStorage extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnknownStorage(String storageId) {
        super(
                "There is no storage '%s'; register it with PUT /api/energy/storages/%s or import it as storages"
                        .formatted(storageId, storageId));
    }
}

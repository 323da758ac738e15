package org.netzero.energy.storage;

/// Told inside this service, in the transaction of the change: other facts are stated of a storage.
public record StorageChanged(Storage before, Storage now) {}

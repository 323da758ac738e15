package org.netzero.energy.storage;

import java.time.Instant;

/// What was stated of a storage, when and by whom.
///
/// @param revision 1, and one more with each change
record StorageRevision(Storage storage, int revision, Instant recordedAt, String recordedBy) {}

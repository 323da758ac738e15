package org.netzero.energy.plant;

import java.time.Instant;

/// What was stated of a plant, when and by whom.
///
/// @param revision 1, and one more with each change
record PlantRevision(Plant plant, int revision, Instant recordedAt, String recordedBy) {}

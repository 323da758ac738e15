package org.netzero.energy.installation;

import java.time.Instant;

/// What was stated of an installation, when and by whom.
///
/// @param revision 1, and one more with each change
public record Revision<T extends Installation>(
        T stated, int revision, Instant recordedAt, String recordedBy) {}

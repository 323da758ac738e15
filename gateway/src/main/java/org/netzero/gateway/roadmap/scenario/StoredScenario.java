package org.netzero.gateway.roadmap.scenario;

import java.time.Instant;
import java.util.Optional;
import org.netzero.gateway.roadmap.engine.Scenario;

/// A version of a scenario on file.
///
/// @param version 1 when it was added, one more with every change
/// @param changedAt when this version was stored
/// @param changedBy who stored it
/// @param shipped whether it came with the suite, whoever changed it since
/// @param freeze empty where it may be changed
/// @param thaw of its last freeze; empty where it was never frozen, or is
public record StoredScenario(
        Scenario scenario,
        long version,
        Instant changedAt,
        String changedBy,
        boolean shipped,
        Optional<Freeze> freeze,
        Optional<Thaw> thaw) {

    /// The same version with its levers deployed otherwise.
    public StoredScenario deployed(Scenario deployed) {
        return new StoredScenario(deployed, version, changedAt, changedBy, shipped, freeze, thaw);
    }
}

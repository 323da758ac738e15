package org.netzero.gateway.roadmap.scenario;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Who let a scenario that was frozen be changed again, and when.
///
/// @param of the freeze that ended
@Schema(name = "ScenarioThaw")
public record Thaw(Instant at, String by, Freeze of) {}

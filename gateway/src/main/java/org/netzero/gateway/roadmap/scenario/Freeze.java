package org.netzero.gateway.roadmap.scenario;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Who said that a scenario stays as it is, and when.
@Schema(name = "ScenarioFreeze")
public record Freeze(Instant at, String by) {}

package org.netzero.gateway.roadmap.projection;

import java.time.Instant;
import org.netzero.gateway.roadmap.basis.Basis;
import org.netzero.gateway.roadmap.engine.Projection;
import org.netzero.gateway.roadmap.scenario.StoredScenario;

/// A projection with what it was made from.
///
/// @param asOf the instant up to which figures were considered
public record DatedProjection(
        StoredScenario stored, Instant asOf, Basis basis, Projection projection) {}

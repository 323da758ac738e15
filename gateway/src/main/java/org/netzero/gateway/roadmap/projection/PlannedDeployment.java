package org.netzero.gateway.roadmap.projection;

import org.netzero.gateway.roadmap.basis.Basis;
import org.netzero.gateway.roadmap.engine.Scenario;

/// Deploys the levers of a scenario whose deployment follows from the figures it starts from.
public interface PlannedDeployment {

    /// Whether the deployment of a scenario is planned, which takes its time. One that a user
    /// stored under the id of a planned one, before that was shipped, is not.
    boolean isOf(String scenarioId);

    /// The scenario itself where its deployment stands on file.
    Scenario deployed(Scenario stored, Basis basis);
}

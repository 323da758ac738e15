package org.netzero.gateway.roadmap.scenario;

import org.netzero.gateway.roadmap.engine.Scenario;

/// What a scenario on file does by the figures of now: a planned one has its levers deployed as
/// planned, every other is as it stands.
public interface DeployedNow {

    Scenario deployedNow(StoredScenario stored);
}

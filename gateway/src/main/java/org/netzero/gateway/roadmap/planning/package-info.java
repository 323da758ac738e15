/// The least-cost plan of a scenario on file. Start reading at
/// [org.netzero.gateway.roadmap.planning.ScenarioPlan], which puts a scenario and the figures it
/// starts from into [org.netzero.gateway.roadmap.plan.SimulatedPlanner] with the engine as the
/// exact simulator. All but the resource, its request and views and
/// [org.netzero.gateway.roadmap.planning.Plans] is pure.
@NullMarked
package org.netzero.gateway.roadmap.planning;

import org.jspecify.annotations.NullMarked;

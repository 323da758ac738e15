/// Holds targets and projections against published rules. Start reading at
/// [org.netzero.gateway.roadmap.check.ScenarioChecks]; the equations stand alone in
/// [org.netzero.gateway.roadmap.check.Equations]. All but the resource, its views and
/// [org.netzero.gateway.roadmap.check.CheckedScenarios] is pure.
///
/// A rule whose text or input is not at hand is answered with `UNKNOWN`, never guessed.
@NullMarked
package org.netzero.gateway.roadmap.check;

import org.jspecify.annotations.NullMarked;

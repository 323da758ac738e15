/// How sure a projection is: seeded runs of the engine with uncertain inputs.
///
/// Start reading at [org.netzero.gateway.roadmap.uncertainty.MonteCarlo], which runs
/// [org.netzero.gateway.roadmap.engine.VariedRuns]. All but the resource, its view and the
/// simulations of scenarios on file is pure: the same input and seed give the same answer, bit for
/// bit, on any number of cores.
@NullMarked
package org.netzero.gateway.roadmap.uncertainty;

import org.jspecify.annotations.NullMarked;

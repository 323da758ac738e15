/// The roadmap engine: from one base inventory to a projection per year, as pure functions on
/// records. Start reading at [org.netzero.gateway.roadmap.engine.Roadmap].
///
/// Numbers are `double`: a projection is a model, not an account. The unit ends each name: tonnes
/// are tonnes of CO2e, MWh are megawatt-hours, shares and relative changes are fractions (0.3 is 30
/// %). The same input gives the same output, bit for bit.
@NullMarked
package org.netzero.gateway.roadmap.engine;

import org.jspecify.annotations.NullMarked;

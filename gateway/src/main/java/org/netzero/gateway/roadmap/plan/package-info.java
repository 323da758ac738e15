/// The least-cost plan: which lever to build when, so that every target is kept with the fewest
/// credits and then at the least cost. Pure functions on records; the solver is ojAlgo. Start
/// reading at [org.netzero.gateway.roadmap.plan.LeastCostPlanner].
///
/// Numbers are `double`. Tonnes are tonnes of CO2e, money is in one currency, the input's.
@NullMarked
package org.netzero.gateway.roadmap.plan;

import org.jspecify.annotations.NullMarked;

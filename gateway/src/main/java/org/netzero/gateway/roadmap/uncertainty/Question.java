package org.netzero.gateway.roadmap.uncertainty;

import org.netzero.gateway.roadmap.engine.Actuals;
import org.netzero.gateway.roadmap.engine.CreditPriceRange;
import org.netzero.gateway.roadmap.engine.Inventory;
import org.netzero.gateway.roadmap.engine.Projection;
import org.netzero.gateway.roadmap.engine.Scenario;

/// What is run.
///
/// @param projection the scenario's own, whose paths and target levels the runs are held against
public record Question(
        Scenario scenario,
        Inventory base,
        Actuals actuals,
        Projection projection,
        Spreads spreads,
        CreditPriceRange creditPrice) {}

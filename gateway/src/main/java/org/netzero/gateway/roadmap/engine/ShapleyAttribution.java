package org.netzero.gateway.roadmap.engine;

import java.util.ArrayList;
import java.util.List;

/// Shares a cut among the levers that made it together: each gets its mean marginal cut over every
/// order in which they could have come (Shapley, "A value for n-person games", 1953). The shares
/// sum to the whole cut.
///
/// The value is additive over games, so each part of the emissions is attributed by itself, among
/// the levers that touch it: figures that levers cut as a product exactly ([ProductCuts]), the
/// electricity of each region, or of regions that share certificates, by [ElectricityCuts], exactly
/// or, among many levers, by seeded orders with a standard error.
final class ShapleyAttribution {

    /// To so many deployed levers every part is attributed exactly.
    static final int MAXIMUM_EXACT = 12;

    /// Levers of a part that is attributed exactly among more deployed levers than that: so many
    /// have fewer coalitions than orders would have to be tried.
    static final int MAXIMUM_EXACT_OF_PART = 8;

    private final EmissionsModel model;
    private final SimulatedYear simulated;
    private final ProductCuts products;
    private final List<ElectricityCuts> electricity;
    private final Attributed attributed;

    ShapleyAttribution(EmissionsModel model) {
        this.model = model;
        simulated = new SimulatedYear(model.layout());
        products = new ProductCuts(model.layout());
        electricity =
                ElectricityPart.of(model.layout()).stream().map(ElectricityCuts::new).toList();
        attributed = new Attributed(model.levers().size());
    }

    /// One wedge per lever, in the order in which they act; 0 before a lever is deployed, negative
    /// where it adds emissions.
    List<Wedge> wedges(int year) {
        model.begin(simulated, year);
        attributed.clear();
        int deployed = 0;
        for (int lever = 0; lever < model.levers().size(); lever++) {
            deployed += simulated.deployment(lever) > 0 ? 1 : 0;
        }
        int exact = deployed <= MAXIMUM_EXACT ? MAXIMUM_EXACT : MAXIMUM_EXACT_OF_PART;
        products.attribute(simulated, attributed);
        for (ElectricityCuts part : electricity) {
            part.attribute(simulated, exact, attributed);
        }
        List<Wedge> wedges = new ArrayList<>();
        for (int lever = 0; lever < model.levers().size(); lever++) {
            wedges.add(attributed.wedge(lever, model.levers().get(lever).id()));
        }
        return List.copyOf(wedges);
    }
}

package org.netzero.gateway.roadmap.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How far each lever of a scenario is deployed in each year: as its own [Deployment] says, and no
/// further than what it requires.
final class Deployments {

    private final Map<String, Lever> byId = new HashMap<>();
    private final Map<String, double[]> shares = new HashMap<>();
    private final int baseYear;
    private final int years;

    /// @param levers of a valid scenario: what they require is there, and in no circle
    /// @param years from the base year on
    Deployments(List<Lever> levers, int baseYear, int years) {
        this.baseYear = baseYear;
        this.years = years;
        levers.forEach(lever -> byId.put(lever.id(), lever));
    }

    /// An entry per year; 0 in the base year.
    double[] of(Lever lever) {
        double[] known = shares.get(lever.id());
        if (known != null) {
            return known;
        }
        double[] deployed = new double[years];
        for (int y = 1; y < years; y++) {
            deployed[y] = lever.deployment().in(baseYear + y);
        }
        for (String required : lever.requires()) {
            Lever other = byId.get(required);
            if (other != null) {
                limit(deployed, of(other));
            }
        }
        shares.put(lever.id(), deployed);
        return deployed;
    }

    private static void limit(double[] deployed, double[] most) {
        for (int y = 0; y < deployed.length; y++) {
            deployed[y] = Math.min(deployed[y], most[y]);
        }
    }
}

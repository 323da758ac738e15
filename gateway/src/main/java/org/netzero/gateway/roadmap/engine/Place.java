package org.netzero.gateway.roadmap.engine;

/// Where a lever acts, among the [Region]s of its scenario.
public sealed interface Place {

    Place EVERYWHERE = new Everywhere();

    /// In every region, and in a scenario without regions.
    record Everywhere() implements Place {}

    /// In one region, by its id.
    record InRegion(String region) implements Place {

        public InRegion {
            Require.text("region", region, 100);
        }
    }

    /// In every region of one market zone: certificates and contracts of it reach no further.
    record InMarketZone(String marketZone) implements Place {

        public InMarketZone {
            Require.text("marketZone", marketZone, 100);
        }
    }
}

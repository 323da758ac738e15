package org.netzero.gateway.roadmap.engine;

/// The modelled part of one region in a year.
public record RegionYear(
        String region,
        double scope1Tonnes,
        double scope2LocationTonnes,
        double scope2MarketTonnes,
        double scope3Tonnes,
        double electricityMwh,
        double renewableShare) {}

package org.netzero.gateway.roadmap.uncertainty;

/// One year of one run.
record RunYear(
        double scope12Tonnes, double scope3Tonnes, double grossTonnes, double renewableShare) {}

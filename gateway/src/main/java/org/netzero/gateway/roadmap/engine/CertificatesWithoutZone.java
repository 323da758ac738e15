package org.netzero.gateway.roadmap.engine;

/// Certificates are valid in one market zone, and the scenario has several.
public final class CertificatesWithoutZone extends RoadmapRefusal {

    private static final long serialVersionUID = 1L;

    CertificatesWithoutZone(String leverId, String zones) {
        super(
                "lever " + leverId,
                "buys certificates for no one of the market zones " + zones,
                "state the market zone in which they are valid, one lever for each");
    }
}

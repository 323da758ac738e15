package org.netzero.gateway.roadmap.engine;

/// The regions of a scenario are not the whole company.
public final class SharesDoNotSumToOne extends RoadmapRefusal {

    private static final long serialVersionUID = 1L;

    SharesDoNotSumToOne(String share, double sum) {
        super(
                share + " of the regions",
                "sum to " + Text.number(sum) + " and must sum to 1",
                "add what is missing as a region of its own, or correct the shares");
    }
}

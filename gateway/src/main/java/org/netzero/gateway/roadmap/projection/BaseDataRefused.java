package org.netzero.gateway.roadmap.projection;

import org.netzero.gateway.roadmap.engine.RoadmapRefusal;

/// The figures on file break a rule of the roadmap.
public final class BaseDataRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BaseDataRefused(RoadmapRefusal refused) {
        super(refused.getMessage(), refused);
    }
}

package org.netzero.gateway.roadmap.projection;

import org.netzero.gateway.roadmap.engine.RoadmapRefusal;

/// The figures on file break a rule of the roadmap.
final class BaseDataRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BaseDataRefused(RoadmapRefusal refused) {
        super(refused.getMessage(), refused);
    }
}

package org.netzero.gateway.roadmap.engine;

/// A list names the same thing twice.
public final class DuplicateEntry extends RoadmapRefusal {

    private static final long serialVersionUID = 1L;

    DuplicateEntry(String list, String entry) {
        super(list, "holds " + entry + " twice", "keep one of them");
    }
}

package org.netzero.gateway.roadmap.engine;

/// A value lies outside what its name can mean.
public final class ValueOutOfRange extends RoadmapRefusal {

    private static final long serialVersionUID = 1L;

    ValueOutOfRange(String name, double value, String range, String remedy) {
        this(name, Text.number(value), range, remedy);
    }

    ValueOutOfRange(String name, String value, String range, String remedy) {
        super(name, "is " + value + " and must be " + range, remedy);
    }
}

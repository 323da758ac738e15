package org.netzero.energy.meter;

/// Intervals of a meter are on file, so what it measures does not change any more.
final class MeterInUse extends RuntimeException {

    private static final long serialVersionUID = 1;

    MeterInUse(Meter known) {
        super(
                "'%s' has intervals on file as %s%s; only its days in service can change. Register what measures something else as another meter"
                        .formatted(
                                known.meterId(),
                                known.series(),
                                known.zone().map(zone -> " in the zone " + zone).orElse("")));
    }
}

package org.netzero.energy.meter;

/// How the energy of an interval is known.
enum ReadingQuality {
    /// Read from the meter.
    MEASURED(0),
    /// Put in the place of a reading that is missing, by whoever runs the meter.
    ESTIMATED(1);

    private final int code;

    /// @param code as it is stored
    ReadingQuality(int code) {
        this.code = code;
    }

    short code() {
        return (short) code;
    }

    static ReadingQuality of(int code) {
        return code == MEASURED.code ? MEASURED : ESTIMATED;
    }
}

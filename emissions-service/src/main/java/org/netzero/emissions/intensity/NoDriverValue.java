package org.netzero.emissions.intensity;

/// Nobody stated the driver for the year.
final class NoDriverValue extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoDriverValue(String driver, int year) {
        super(
                "%s: no value is stated for %d; import it with POST /api/imports/drivers"
                        .formatted(driver, year));
    }
}

package org.netzero.energy.meter;

/// More hours of meters are asked for than one answer takes.
public final class TooManyHours extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyHours(int meters, int hours, long most) {
        super(
                "%,d hours of %,d meters are more than the %,d that one answer takes; ask for a shorter period"
                        .formatted(hours, meters, most));
    }
}

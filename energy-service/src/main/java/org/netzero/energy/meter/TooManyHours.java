package org.netzero.energy.meter;

/// More hours of meters and allocations are asked for than one answer takes.
public final class TooManyHours extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyHours(int meters, int claims, int hours, long most) {
        super(
                "%,d hours of %,d meters%s are more than the %,d that one answer takes; ask for a shorter period"
                        .formatted(
                                hours,
                                meters,
                                claims == 0 ? "" : " and %,d allocations".formatted(claims),
                                most));
    }
}

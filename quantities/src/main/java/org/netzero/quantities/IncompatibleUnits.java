package org.netzero.quantities;

import java.io.Serial;

/// Two units measure different things, so that one cannot be converted into, added to or compared
/// with the other.
public final class IncompatibleUnits extends QuantityException {

    @Serial private static final long serialVersionUID = 1L;

    private final Unit given;
    private final Unit wanted;

    public IncompatibleUnits(Unit given, Unit wanted) {
        super(
                "'%s' (%s) does not convert into '%s' (%s)"
                        .formatted(given, given.dimension(), wanted, wanted.dimension()));
        this.given = given;
        this.wanted = wanted;
    }

    public Unit given() {
        return given;
    }

    public Unit wanted() {
        return wanted;
    }
}

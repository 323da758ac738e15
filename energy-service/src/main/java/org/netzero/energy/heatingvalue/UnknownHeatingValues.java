package org.netzero.energy.heatingvalue;

import java.util.List;

/// There is no set of heating values with this id.
public final class UnknownHeatingValues extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownHeatingValues(String id, List<String> known) {
        super("'%s' is no set of heating values; known here: %s".formatted(id, known));
    }
}

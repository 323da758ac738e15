package org.netzero.gateway.access;

import java.util.UUID;

final class UnknownKey extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownKey(UUID id) {
        super("No key has the id " + id);
    }
}

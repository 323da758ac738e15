package org.netzero.gateway.access;

import java.util.Set;
import java.util.UUID;

/// Who holds a valid key, directly or through a session.
record KeyHolder(UUID keyId, String name, Set<String> roles) {

    KeyHolder {
        roles = Set.copyOf(roles);
    }
}

package org.netzero.gateway.access;

import java.util.Set;
import java.util.UUID;

/// Who holds a valid key, directly or through a session.
///
/// @param datacenters the data centres of which alone it pushes readings; empty where it is bound
///   to none
record KeyHolder(UUID keyId, String name, Set<String> roles, Set<String> datacenters) {

    KeyHolder {
        roles = Set.copyOf(roles);
        datacenters = Set.copyOf(datacenters);
    }
}

package org.netzero.gateway.stream;

import java.util.Map;

record Change(ChangeKind kind, Map<String, String> data) {

    Change {
        data = Map.copyOf(data);
    }
}

package org.netzero.gateway.roadmap.plan;

import java.util.List;

/// Alternatives of each other: at most one of them is built.
///
/// @param members ids of levers, or of groups whose members then belong to this one
public record ExclusiveGroup(String id, List<String> members) {

    public ExclusiveGroup {
        members = List.copyOf(members);
    }
}

package org.netzero.gateway.roadmap.engine;

import java.util.Optional;

/// A measure that cuts emissions.
///
/// @param node the step at which it acts; decides which effects it may have
/// @param exclusiveGroup alternatives of each other: a scenario holds one lever of a group
public record Lever(
        String id,
        String name,
        LeverNode node,
        LeverEffect effect,
        Deployment deployment,
        Optional<Cost> cost,
        Optional<String> exclusiveGroup,
        Evidence evidence) {

    public Lever {
        Require.text("lever id", id, 100);
        Require.text("name of lever " + id, name, 200);
        exclusiveGroup.ifPresent(group -> Require.text("group of lever " + id, group, 100));
        if (!node.admits(effect)) {
            throw new LeverOutsideItsNode(id, node, effect);
        }
    }
}

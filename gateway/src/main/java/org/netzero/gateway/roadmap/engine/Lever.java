package org.netzero.gateway.roadmap.engine;

import java.util.List;
import java.util.Optional;

/// A measure that cuts emissions.
///
/// @param node the step at which it acts; decides which effects it may have
/// @param exclusiveGroup alternatives of each other: a scenario holds one lever of a group
/// @param place where it acts
/// @param requires other levers of the scenario, by their ids: it is deployed no further than any
///   of them
public record Lever(
        String id,
        String name,
        LeverNode node,
        LeverEffect effect,
        Deployment deployment,
        Optional<Cost> cost,
        Optional<String> exclusiveGroup,
        Place place,
        List<String> requires,
        Evidence evidence) {

    public Lever {
        Require.text("lever id", id, 100);
        Require.text("name of lever " + id, name, 200);
        exclusiveGroup.ifPresent(group -> Require.text("group of lever " + id, group, 100));
        Require.atMost("requires", requires.size(), Scenario.MAXIMUM_LEVERS);
        requires = List.copyOf(requires);
        if (!node.admits(effect)) {
            throw new LeverOutsideItsNode(id, node, effect);
        }
    }

    /// A lever that requires no other.
    public Lever(
            String id,
            String name,
            LeverNode node,
            LeverEffect effect,
            Deployment deployment,
            Optional<Cost> cost,
            Optional<String> exclusiveGroup,
            Place place,
            Evidence evidence) {
        this(id, name, node, effect, deployment, cost, exclusiveGroup, place, List.of(), evidence);
    }

    /// A lever that acts everywhere and requires no other.
    public Lever(
            String id,
            String name,
            LeverNode node,
            LeverEffect effect,
            Deployment deployment,
            Optional<Cost> cost,
            Optional<String> exclusiveGroup,
            Evidence evidence) {
        this(id, name, node, effect, deployment, cost, exclusiveGroup, Place.EVERYWHERE, evidence);
    }
}

package org.netzero.gateway.roadmap.plan;

/// What a lever takes off a node. A node never falls below zero: what is cut beyond it is lost.
public sealed interface Cut {

    String node();

    /// @param depth share of the node's baseline that the whole potential cuts, between 0 and 1
    record ShareOfNode(String node, double depth) implements Cut {}

    /// @param tonnesPerUnit cut per year by one unit in use; negative where the lever adds
    ///   emissions to this node, as electrification does
    record TonnesPerUnit(String node, YearPath tonnesPerUnit) implements Cut {}
}

package org.netzero.datacenter.register;

/// Where the effect of a measure shows.
public enum Effect {
    /// In the company's scopes already: never counted again.
    INSIDE_INVENTORY,
    /// Elsewhere: told apart from the inventory, never netted into it.
    EXPORTED_AVOIDED
}

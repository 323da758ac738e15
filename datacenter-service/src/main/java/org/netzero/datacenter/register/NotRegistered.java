package org.netzero.datacenter.register;

/// A figure needs something of the facility that nobody registered.
public final class NotRegistered extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param what such as "no tri-generation plant"
    /// @param remedy such as "PUT /api/datacenters/dc1/tri-generation"
    public NotRegistered(String datacenterId, String what, String remedy) {
        super(
                "Of '%s' %s is registered; register it with %s"
                        .formatted(datacenterId, what, remedy));
    }
}

package org.netzero.gateway.access;

/// A session does not prolong itself.
final class KeyNeeded extends RuntimeException {

    private static final long serialVersionUID = 1;

    KeyNeeded() {
        super("Send the API key in X-API-Key and no cookie");
    }
}

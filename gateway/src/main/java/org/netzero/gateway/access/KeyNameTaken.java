package org.netzero.gateway.access;

/// Names tell callers apart in the books, so no two keys share one, revoked keys included.
final class KeyNameTaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    KeyNameTaken(String name, Throwable cause) {
        super(
                "The name '%s' belongs to another key; revoked keys keep theirs".formatted(name),
                cause);
    }
}

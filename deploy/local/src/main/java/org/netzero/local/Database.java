package org.netzero.local;

/// A database with the one role that owns it and may connect to it.
public record Database(String name, String role, String password) {

    public Database {
        requireIdentifier(name);
        requireIdentifier(role);
        if (password.isBlank()) {
            throw new IllegalArgumentException("The role " + role + " needs a password");
        }
    }

    private static void requireIdentifier(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("Not a plain PostgreSQL identifier: " + name);
        }
    }
}

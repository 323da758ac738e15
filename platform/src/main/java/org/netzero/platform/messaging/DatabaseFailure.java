package org.netzero.platform.messaging;

import java.sql.SQLException;

/// The database did not do what it was asked. Trying again later may help.
public final class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DatabaseFailure(String what, SQLException cause) {
        super(what + " could not be stored or read: " + cause.getMessage(), cause);
    }
}

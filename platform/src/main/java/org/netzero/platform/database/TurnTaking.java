package org.netzero.platform.database;

import java.sql.Connection;
import java.sql.SQLException;

/// A turn that transactions of all instances take one after the other, by which one may count
/// before it adds.
public final class TurnTaking {

    private TurnTaking() {}

    /// Waits for the turn of this name, and has it until the transaction ends.
    public static void take(Connection connection, String name) throws SQLException {
        try (var take =
                connection.prepareStatement(
                        "select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            take.setString(1, name);
            take.execute();
        }
    }
}

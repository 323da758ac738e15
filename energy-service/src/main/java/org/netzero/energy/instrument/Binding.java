package org.netzero.energy.instrument;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// Fills a statement's parameters.
@FunctionalInterface
interface Binding {
    void bind(PreparedStatement statement, Connection connection) throws SQLException;
}

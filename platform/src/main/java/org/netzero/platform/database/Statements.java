package org.netzero.platform.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.messaging.DatabaseFailure;

/// Runs the statements of a table, within the transaction of the caller where there is one.
///
/// @param what they are about, as a failure names it
public record Statements(DataSource database, String what) {

    /// Sets the parameters of a statement.
    @FunctionalInterface
    public interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    /// Reads the row that a result stands at.
    @FunctionalInterface
    public interface Row<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    /// Every row that a query finds, in its order.
    ///
    /// @throws DatabaseFailure when the database refuses
    public <T extends @Nullable Object> List<T> query(String sql, Binding binding, Row<T> row) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.to(statement);
            return rows(statement, row);
        } catch (SQLException failed) {
            throw new DatabaseFailure(what, failed);
        }
    }

    /// How many rows it changed.
    ///
    /// @throws DatabaseFailure when the database refuses
    public int update(String sql, Binding binding) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.to(statement);
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseFailure(what, failed);
        }
    }

    /// Every row that a query finds whose parameters are set.
    public static <T extends @Nullable Object> List<T> rows(PreparedStatement query, Row<T> row)
            throws SQLException {
        try (ResultSet found = query.executeQuery()) {
            var rows = new ArrayList<T>();
            while (found.next()) {
                rows.add(row.read(found));
            }
            return rows;
        }
    }
}

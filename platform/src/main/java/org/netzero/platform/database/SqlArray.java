package org.netzero.platform.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One column of many rows as an SQL array of texts, so that a statement takes a whole batch; the
/// statement casts it to the column's type.
public final class SqlArray {

    private SqlArray() {}

    public static <T> Array of(
            Connection connection, Collection<T> rows, Function<T, @Nullable Object> column)
            throws SQLException {
        return connection.createArrayOf(
                "text",
                rows.stream()
                        .map(row -> {
                            Object value = column.apply(row);
                            return value == null ? null : value.toString();
                        })
                        .toArray());
    }
}

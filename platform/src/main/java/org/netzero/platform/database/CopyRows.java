package org.netzero.platform.database;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Rows on their way into a table by COPY, the fastest way there is. A row that breaks a constraint
/// fails all of them.
public final class CopyRows {

    private final StringBuilder text = new StringBuilder();
    private boolean inRow;

    /// The next value of the row; nothing is null.
    public CopyRows add(@Nullable Object value) {
        if (inRow) {
            text.append('\t');
        }
        inRow = true;
        if (value == null) {
            text.append("\\N");
        } else {
            append(value.toString());
        }
        return this;
    }

    private void append(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    public void endRow() {
        text.append('\n');
        inRow = false;
    }

    /// Writes the rows within the transaction of the connection.
    ///
    /// @param target table and columns: `reading (point, at, value)`
    public void into(Connection connection, String target) throws SQLException {
        if (text.isEmpty()) {
            return;
        }
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + target + " from stdin", new StringReader(text.toString()));
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory cannot be read", impossible);
        }
    }
}

package org.netzero.platform.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Rows on their way into a table by COPY, the fastest way there is. A row that breaks a constraint
/// fails all of them.
public final class CopyRows {

    private static final int BUFFER_BYTES = 1 << 16;

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
        int plain = 0;
        for (int i = 0; i < value.length(); i++) {
            String escaped = escaped(value.charAt(i));
            if (!escaped.isEmpty()) {
                text.append(value, plain, i).append(escaped);
                plain = i + 1;
            }
        }
        text.append(value, plain, value.length());
    }

    /// Empty for what stands for itself.
    private static String escaped(char c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> "";
        };
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
                    .copyIn(
                            "copy " + target + " from stdin",
                            new ByteArrayInputStream(
                                    text.toString().getBytes(StandardCharsets.UTF_8)),
                            BUFFER_BYTES);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Bytes in memory cannot be read", impossible);
        }
    }
}

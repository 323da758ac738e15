package org.netzero.energy.meter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/// Writes intervals by COPY in PostgreSQL's binary format, which neither side has to turn into text
/// and back.
final class CopiedIntervals {

    private static final String COPY =
            "copy meter_interval (start_at, energy_j, meter, intake, minutes, quality, revision) from stdin (format binary)";

    private static final byte[] SIGNATURE =
            "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

    private static final short COLUMNS = 7;
    private static final int ROW_BYTES =
            Short.BYTES
                    + COLUMNS * Integer.BYTES
                    + 2 * Long.BYTES
                    + 2 * Integer.BYTES
                    + 3 * Short.BYTES;
    private static final int HEADER_BYTES = 19;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final short END = -1;

    /// PostgreSQL counts microseconds from the year 2000.
    private static final long EPOCH_MINUTES = 15_778_080;

    private static final long MICROSECONDS_PER_MINUTE = 60_000_000;

    private CopiedIntervals() {}

    /// Writes within the transaction of the connection.
    static void write(Connection connection, List<DatedInterval> intervals, int intake)
            throws SQLException {
        if (intervals.isEmpty()) {
            return;
        }
        ByteBuffer rows =
                ByteBuffer.allocate(HEADER_BYTES + intervals.size() * ROW_BYTES + Short.BYTES);
        rows.put(SIGNATURE).putInt(0).putInt(0);
        for (DatedInterval interval : intervals) {
            write(rows, interval, intake);
        }
        rows.putShort(END);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            COPY,
                            new ByteArrayInputStream(rows.array(), 0, rows.position()),
                            BUFFER_BYTES);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Bytes in memory cannot be read", impossible);
        }
    }

    private static void write(ByteBuffer rows, DatedInterval interval, int intake) {
        rows.putShort(COLUMNS);
        rows.putInt(Long.BYTES)
                .putLong((interval.start() - EPOCH_MINUTES) * MICROSECONDS_PER_MINUTE);
        rows.putInt(Long.BYTES).putLong(interval.joules());
        rows.putInt(Integer.BYTES).putInt(interval.meter().number());
        rows.putInt(Integer.BYTES).putInt(intake);
        rows.putInt(Short.BYTES).putShort((short) interval.minutes());
        rows.putInt(Short.BYTES).putShort(interval.quality().code());
        rows.putInt(Short.BYTES).putShort((short) interval.revision());
    }
}

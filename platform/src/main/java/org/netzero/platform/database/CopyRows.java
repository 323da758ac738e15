package org.netzero.platform.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Rows on their way into a table by COPY, the fastest way there is. A row that breaks a constraint
/// fails all of them.
///
/// They are kept as the bytes that go to the server, so that they can be made elsewhere than in the
/// transaction, and sent again when it has to be repeated.
public final class CopyRows {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int FIRST_BYTES = 1 << 12;

    private static final int LAST_OF_ASCII = 0x7F;
    private static final int LAST_OF_FOUR_DIGITS = 9999;

    /// Characters of a day: `2021-03-14`.
    private static final int DAY_CHARACTERS = 10;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int length;
    private boolean inRow;

    /// The next value of the row; nothing is null.
    public CopyRows add(@Nullable Object value) {
        separate();
        switch (value) {
            case null -> plain("\\N");
            case String text -> text(text);
            case LocalDate day -> day(day);
            case BigDecimal number -> plain(number.toPlainString());
            case Number number -> plain(number.toString());
            default -> text(value.toString());
        }
        return this;
    }

    private void text(String value) {
        makeRoom(2 * value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c > LAST_OF_ASCII) {
                escaped(value.substring(i).getBytes(StandardCharsets.UTF_8));
                return;
            }
            escaped((byte) c);
        }
    }

    private void day(LocalDate day) {
        if (day.getYear() < 0 || day.getYear() > LAST_OF_FOUR_DIGITS) {
            plain(day.toString());
            return;
        }
        makeRoom(DAY_CHARACTERS);
        twoDigits(day.getYear() / 100);
        twoDigits(day.getYear() % 100);
        bytes[length++] = '-';
        twoDigits(day.getMonthValue());
        bytes[length++] = '-';
        twoDigits(day.getDayOfMonth());
    }

    private void twoDigits(int number) {
        bytes[length++] = (byte) ('0' + number / 10);
        bytes[length++] = (byte) ('0' + number % 10);
    }

    public void endRow() {
        makeRoom(1);
        bytes[length++] = '\n';
        inRow = false;
    }

    private void separate() {
        if (inRow) {
            makeRoom(1);
            bytes[length++] = '\t';
        }
        inRow = true;
    }

    @SuppressWarnings("deprecation") // takes the low bytes, which is all there is of ASCII
    private void plain(String ascii) {
        makeRoom(ascii.length());
        ascii.getBytes(0, ascii.length(), bytes, length);
        length += ascii.length();
    }

    private void escaped(byte[] text) {
        makeRoom(2 * text.length);
        for (byte b : text) {
            escaped(b);
        }
    }

    private void escaped(byte b) {
        byte letter =
                switch (b) {
                    case '\\' -> '\\';
                    case '\t' -> 't';
                    case '\n' -> 'n';
                    case '\r' -> 'r';
                    default -> 0;
                };
        if (letter == 0) {
            bytes[length++] = b;
        } else {
            bytes[length++] = '\\';
            bytes[length++] = letter;
        }
    }

    private void makeRoom(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    /// Writes the rows within the transaction of the connection.
    ///
    /// @param target table and columns: `reading (point, at, value)`
    public void into(Connection connection, String target) throws SQLException {
        if (length == 0) {
            return;
        }
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + target + " from stdin",
                            new ByteArrayInputStream(bytes, 0, length),
                            BUFFER_BYTES);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Bytes in memory cannot be read", impossible);
        }
    }
}

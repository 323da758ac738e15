package org.netzero.platform.imports;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The text of a CSV file on its way to its reader, watched for a quote that is never closed: a
/// reader takes everything behind such a quote for one field, and the rows in it would be gone
/// without a word. Where that happens the text ends, and [#broken()] says where and why.
///
/// A quote opens a field only as its first character; inside, two quotes are one that belongs to
/// the text. The closing one is followed by a separator, the end of the line or of the file. A
/// field spans at most [#MAX_LINES] lines and [#MAX_CHARACTERS] characters.
final class QuoteWatch extends Reader {

    /// Lines of one field.
    static final int MAX_LINES = 100;

    /// Characters of one quoted field.
    static final int MAX_CHARACTERS = 100_000;

    private static final int END = -1;

    private enum Place {
        FIELD_START,
        UNQUOTED,
        QUOTED,
        AFTER_QUOTE
    }

    /// A quoted field that cannot be read.
    ///
    /// @param rowLine the line on which its row starts
    /// @param field how many fields of the row stand before it
    /// @param reason where the quote stands and what is wrong with it
    record Broken(long rowLine, int field, String reason) {}

    private final Reader text;
    private final char separator;
    private Place place = Place.FIELD_START;
    private long line = 1;
    private long rowLine = 1;
    private int field;
    private int character;
    private boolean afterReturn;
    private long openedLine;
    private int openedCharacter;
    private int quotedCharacters;
    private @Nullable Broken broken;

    QuoteWatch(Reader text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /// What stopped the text, once it was stopped.
    Optional<Broken> broken() {
        return Optional.ofNullable(broken);
    }

    /// The number of the file's last line; reads what is left of it.
    long lastLine() throws IOException {
        char[] buffer = new char[1 << 13];
        for (int count = text.read(buffer); count != END; count = text.read(buffer)) {
            for (int i = 0; i < count; i++) {
                countLine(buffer[i]);
            }
        }
        return character == 0 && line > 1 ? line - 1 : line;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (broken != null) {
            return END;
        }
        int count = text.read(buffer, offset, length);
        if (count == END) {
            if (place == Place.QUOTED) {
                stop("is never closed");
            }
            return END;
        }
        int end = offset + count;
        int i = offset;
        while (i < end) {
            if (character == 0) {
                i = passed(buffer, i, end);
            }
            if (i < end) {
                watch(buffer[i++]);
            }
            if (broken != null) {
                countRest(buffer, i, end);
                return i - 1 == offset ? END : i - 1 - offset;
            }
        }
        return count;
    }

    private void countRest(char[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            countLine(buffer[i]);
        }
    }

    /// Goes through whole lines without quotes, of which nothing can be wrong: nearly all files are
    /// nothing else.
    ///
    /// @param from where a line starts, unless in a quoted field
    /// @return the start of the line it has come to
    private int passed(char[] buffer, int from, int to) {
        if (place == Place.QUOTED || place == Place.AFTER_QUOTE) {
            return from;
        }
        int lines = 0;
        int lineStart = from;
        boolean isAfterReturn = afterReturn;
        for (int i = from; i < to; i++) {
            char next = buffer[i];
            if (next == '\n' || next == '\r') {
                lines += next == '\n' && isAfterReturn ? 0 : 1;
                lineStart = i + 1;
                isAfterReturn = next == '\r';
            } else if (next == '"') {
                break;
            } else {
                isAfterReturn = false;
            }
        }
        if (lineStart > from) {
            line += lines;
            rowLine = line;
            field = 0;
            place = Place.FIELD_START;
            afterReturn = buffer[lineStart - 1] == '\r';
        }
        return lineStart;
    }

    private void watch(char next) {
        boolean secondOfLineEnd = afterReturn && next == '\n';
        countLine(next);
        switch (place) {
            case QUOTED -> watchQuoted(next);
            case AFTER_QUOTE -> watchAfterQuote(next);
            case FIELD_START -> {
                if (next == '"') {
                    place = Place.QUOTED;
                    openedLine = line;
                    openedCharacter = character;
                    quotedCharacters = 0;
                } else if (!secondOfLineEnd) {
                    place = Place.UNQUOTED;
                    endField(next);
                } else {
                    rowLine = line;
                }
            }
            case UNQUOTED -> endField(next);
        }
    }

    private void watchQuoted(char next) {
        if (next == '"') {
            place = Place.AFTER_QUOTE;
        } else if (++quotedCharacters > MAX_CHARACTERS) {
            stop("is not closed within %d characters".formatted(MAX_CHARACTERS));
        } else if (line - openedLine >= MAX_LINES) {
            stop("is not closed within %d lines".formatted(MAX_LINES));
        }
    }

    private void watchAfterQuote(char next) {
        if (next == '"') {
            place = Place.QUOTED;
        } else if (next == separator || next == '\n' || next == '\r') {
            endField(next);
        } else {
            stop("is closed in line %d before '%s'".formatted(line, next));
        }
    }

    private void endField(char next) {
        if (next == separator) {
            field++;
            place = Place.FIELD_START;
        } else if (next == '\n' || next == '\r') {
            field = 0;
            rowLine = line;
            place = Place.FIELD_START;
        }
    }

    /// A line ends with LF, CR, or both.
    private void countLine(char next) {
        if (next == '\n' && afterReturn) {
            afterReturn = false;
            return;
        }
        afterReturn = next == '\r';
        if (next == '\n' || next == '\r') {
            line++;
            character = 0;
        } else {
            character++;
        }
    }

    private void stop(String what) {
        broken =
                new Broken(
                        rowLine,
                        field,
                        "the quote in line %d, character %d %s"
                                .formatted(openedLine, openedCharacter, what));
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}

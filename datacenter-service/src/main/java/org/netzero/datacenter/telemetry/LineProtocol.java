package org.netzero.datacenter.telemetry;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.facility.NumberedPoint;

/// Reads a body of line protocol (InfluxData, "Line protocol reference", versions 1.8 and 2):
/// `measurement[,tag=value…] field=value[,field=value…] [time]`, a line of text each. Every field
/// is a reading. A line that breaks the form is refused as a whole and does not stop the others; of
/// a line that keeps to it each field is taken or refused by itself.
///
/// It reads bytes, and makes objects of what it refuses and of series that it sees for the first
/// time only.
final class LineProtocol {

    private static final int MAX_LINE_BYTES = 64 * 1024;
    private static final int MAX_SERIES_BYTES = 4 * 1024;
    private static final int MAX_TAGS = 64;
    private static final int MAX_FIELDS = 256;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /// A `long` has room for 18 digits, whichever they are, and a time in nanoseconds has 19.
    private static final int MAX_TIME_DIGITS = 19;

    private static final int MAX_EXCERPT_BYTES = 80;

    private static final Pattern ESCAPE = Pattern.compile("\\\\([, =\\\\\"])");

    private static final Refusal SEVERAL_FIELDS =
            new Refusal(
                    "SEVERAL_FIELDS",
                    "another field of the line is of the same point; write a line for each");
    private static final Refusal TIME_MISSING =
            new Refusal(
                    "TIME_MISSING",
                    "the line has no time; write it, or, where the moment of arrival will do, send the line with its end to an address with live=true or for a point that is declared live");
    private static final Refusal WITHIN_QUOTES =
            new Refusal("MALFORMED", "the line lies within quotes that an earlier line opened");

    private final byte[] body;
    private final int length;
    private final TimePrecision precision;
    private final boolean live;
    private final SeriesIndex index;
    private final ReadingRules rules;
    private final TakenReadings into;

    private final SeriesKey series = new SeriesKey();
    private byte[] furtherSeries = new byte[256];
    private final int[] fieldFrom = new int[MAX_FIELDS];
    private final int[] fieldTo = new int[MAX_FIELDS];
    private final int[] valueTo = new int[MAX_FIELDS];
    private final @Nullable NumberedPoint[] points = new NumberedPoint[MAX_FIELDS];
    private int fields;

    private final List<Line> unresolved = new ArrayList<>();
    private final Map<SeriesKey, SeriesName> wanted = new HashMap<>();
    private Map<SeriesKey, NumberedPoint> found = Map.of();
    private boolean lastPass;
    private final SeriesOrder order;
    private SeriesOrder.@Nullable Line before;
    private boolean quoteIsOpen;
    private boolean timeIsMissing;

    /// @param live whether a line without a time is of the moment at which it arrived
    LineProtocol(
            TelemetryBody lines,
            TimePrecision precision,
            boolean live,
            SeriesIndex index,
            ReadingRules rules,
            TakenReadings into) {
        this.body = lines.bytes();
        this.length = lines.length();
        this.precision = precision;
        this.live = live;
        this.index = index;
        this.rules = rules;
        this.into = into;
        this.order = index.order();
    }

    /// A line, without what ends it.
    ///
    /// @param number from 1
    private record Line(int number, int from, int to) {}

    /// A line that breaks the form.
    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;
        private final int at;
        private final transient Refusal why;

        Malformed(int at, String code, String message) {
            super(message, null, false, false);
            this.at = at;
            this.why = new Refusal(code, message);
        }
    }

    /// Reads all lines. Those of series that are not held wait for others, so that their points are
    /// looked for together.
    void read() {
        int number = 0;
        int at = startsWithByteOrderMark() ? BYTE_ORDER_MARK.length : 0;
        while (at < length) {
            number++;
            int next = readExpected(number, at);
            if (next > at) {
                at = next;
                continue;
            }
            int end = endOfLine(at);
            read(number, at, trimmed(at, end));
            if (quoteIsOpen) {
                quoteIsOpen = false;
                int last = endOfLine(endOfQuote(end));
                for (int within = end + 1;
                        within <= last && within < length;
                        within = endOfLine(within) + 1) {
                    number++;
                    into.refuse(number, 1, WITHIN_QUOTES);
                }
                end = last;
            }
            if (wanted.size() >= SeriesIndex.MOST_AT_ONCE) {
                resolve();
            }
            at = end + 1;
        }
        resolve();
    }

    /// Reads a line that begins as the one that followed the line before, if nothing else is
    /// special about it either: a value without quotes, a blank, a time in digits.
    ///
    /// @return behind the end of the line; `from` where it has to be read the long way
    private int readExpected(int number, int from) {
        SeriesOrder.Line expected = before == null ? null : before.next();
        if (expected == null || !expected.isAt(body, from, length)) {
            return from;
        }
        int valueFrom = from + expected.length() + 1;
        int valueEnd = valueFrom;
        while (valueEnd < length && isOfNumber(body[valueEnd])) {
            valueEnd++;
        }
        int at = valueEnd + 1;
        long time = 0;
        while (at < length && body[at] >= '0' && body[at] <= '9') {
            time = time * 10 + (body[at] - '0');
            at++;
        }
        int digits = at - valueEnd - 1;
        if (valueEnd == valueFrom
                || valueEnd - valueFrom > MAX_EXCERPT_BYTES
                || digits < 1
                || digits > MAX_TIME_DIGITS
                || time < 0
                || body[valueEnd] != ' '
                || at >= length
                || body[at] != '\n') {
            return from;
        }
        fields = 1;
        fieldFrom[0] = from + expected.fieldFrom();
        fieldTo[0] = valueFrom - 1;
        valueTo[0] = valueEnd;
        take(number, from, 0, expected.point(), precision.toNanos(time));
        before = expected;
        return at + 1;
    }

    private static boolean isOfNumber(byte c) {
        return (c >= '0' && c <= '9') || c == '.' || c == '-';
    }

    /// Where the text in quotes ends that goes on behind a line: there, where no quote follows.
    private int endOfQuote(int from) {
        int at = from;
        while (at < length && body[at] != '"') {
            at++;
        }
        return at == length ? from : at;
    }

    /// Reads the lines that wait, of which points were not held.
    private void resolve() {
        if (unresolved.isEmpty()) {
            return;
        }
        found = index.find(wanted);
        lastPass = true;
        unresolved.forEach(line -> read(line.number(), line.from(), line.to()));
        lastPass = false;
        unresolved.clear();
        wanted.clear();
    }

    private boolean startsWithByteOrderMark() {
        return length >= BYTE_ORDER_MARK.length
                && body[0] == BYTE_ORDER_MARK[0]
                && body[1] == BYTE_ORDER_MARK[1]
                && body[2] == BYTE_ORDER_MARK[2];
    }

    private int endOfLine(int from) {
        int at = from;
        while (at < length && body[at] != '\n') {
            at++;
        }
        return at;
    }

    /// Behind the last byte of a line that is no blank and no carriage return.
    private int trimmed(int from, int to) {
        int end = to;
        while (end > from && (body[end - 1] == ' ' || body[end - 1] == '\r')) {
            end--;
        }
        return end;
    }

    private void read(int number, int from, int to) {
        if (from == to || body[from] == '#') {
            return;
        }
        try {
            line(number, from, to);
        } catch (Malformed malformed) {
            into.refuse(number, column(from, malformed.at), malformed.why);
        }
    }

    private int column(int from, int at) {
        return new String(body, from, at - from, StandardCharsets.UTF_8).length() + 1;
    }

    private void line(int number, int from, int to) throws Malformed {
        if (to - from > MAX_LINE_BYTES) {
            throw new Malformed(
                    from,
                    "LINE_TOO_LONG",
                    "the line has %d bytes; at most %d are read"
                            .formatted(to - from, MAX_LINE_BYTES));
        }
        int seriesTo = unescaped(from, to, ' ');
        if (seriesTo == to) {
            throw new Malformed(
                    from,
                    "MALFORMED",
                    "'%s' has no fields; write measurement,tag=value field=value time"
                            .formatted(excerpt(from, to)));
        }
        int fieldsTo = fields(seriesTo + 1, to);
        long epochNano = time(fieldsTo, to);
        boolean complete = find(from, seriesTo);
        if (!complete && !lastPass) {
            unresolved.add(new Line(number, from, to));
            return;
        }
        NumberedPoint only = fields == 1 ? points[0] : null;
        before =
                only == null
                        ? null
                        : order.remember(before, key(from, seriesTo, 0), fieldFrom[0] - from, only);
        for (int field = 0; field < fields; field++) {
            NumberedPoint point = points[field];
            if (point == null) {
                into.refuse(
                        number,
                        column(from, fieldFrom[field]),
                        unknown(key(from, seriesTo, field)));
            } else if (isOfAnotherField(point, field)) {
                into.refuse(number, column(from, fieldFrom[field]), SEVERAL_FIELDS);
            } else if (timeIsMissing && !point.telling().live()) {
                into.refuse(number, column(from, to), TIME_MISSING);
            } else {
                take(number, from, field, point, epochNano);
            }
        }
    }

    /// Looks for the points of all fields of a line. Where one has to be asked for, all are: what
    /// is held now may be let go of before the line is read again.
    ///
    /// @return whether it is known of all whether they have one
    private boolean find(int from, int seriesTo) throws Malformed {
        boolean complete = true;
        for (int field = 0; field < fields; field++) {
            SeriesKey key = key(from, seriesTo, field);
            NumberedPoint point = index.held(key);
            if (point == null && lastPass) {
                point = found.get(key);
            }
            points[field] = point;
            if (point == null && !lastPass && !index.isUnknown(key)) {
                complete = false;
            }
        }
        if (!complete) {
            for (int field = 0; field < fields; field++) {
                SeriesName name = name(from, seriesTo, field);
                wanted.put(key(from, seriesTo, field).kept(), name);
            }
        }
        return complete;
    }

    private boolean isOfAnotherField(NumberedPoint point, int field) {
        for (int i = 0; i < fields; i++) {
            NumberedPoint other = points[i];
            if (i != field && other != null && other.number() == point.number()) {
                return true;
            }
        }
        return false;
    }

    private static Refusal unknown(SeriesKey key) {
        return new Refusal(
                "UNKNOWN_POINT",
                "'%s' is no measuring point of yours; define it with PUT /api/datacenters/{id}/points, or name one by the tag point"
                        .formatted(key));
    }

    /// The bytes that name a field's series: those from the start of the line to the end of the
    /// name of its first field, and as if it were the first for a further one.
    private SeriesKey key(int from, int seriesTo, int field) {
        if (field == 0) {
            return series.of(body, from, fieldTo[0]);
        }
        int ownBytes = seriesTo + 1 - from;
        int fieldBytes = fieldTo[field] - fieldFrom[field];
        if (furtherSeries.length < ownBytes + fieldBytes) {
            furtherSeries = new byte[2 * (ownBytes + fieldBytes)];
        }
        System.arraycopy(body, from, furtherSeries, 0, ownBytes);
        System.arraycopy(body, fieldFrom[field], furtherSeries, ownBytes, fieldBytes);
        return series.of(furtherSeries, 0, ownBytes + fieldBytes);
    }

    private void take(int number, int from, int field, NumberedPoint point, long epochNano) {
        int valueFrom = fieldTo[field] + 1;
        Optional<Refusal> why = rules.refusalOfNumber(epochNano);
        if (why.isEmpty()) {
            double value = point.inOwnUnit(number(valueFrom, valueTo[field]));
            why =
                    Double.isNaN(value)
                            ? Optional.of(noNumber(valueFrom, valueTo[field]))
                            : ReadingRules.refusalOfValue(value, point);
            if (why.isEmpty()) {
                into.add(point.number(), epochNano, value);
                return;
            }
        }
        into.refuse(number, column(from, valueFrom), why.get());
    }

    /// An `i` or `u` behind the digits says that the number is whole.
    private double number(int from, int to) {
        if (to == from || (body[to - 1] != 'i' && body[to - 1] != 'u')) {
            return ReadingNumber.of(body, from, to);
        }
        for (int at = body[from] == '-' ? from + 1 : from; at < to - 1; at++) {
            if (body[at] < '0' || body[at] > '9') {
                return Double.NaN;
            }
        }
        return ReadingNumber.of(body, from, to - 1);
    }

    private Refusal noNumber(int from, int to) {
        return new Refusal(
                "NOT_A_NUMBER",
                "'%s' is no finite number; write digits with a point, and leave the field out where there is none"
                        .formatted(excerpt(from, to)));
    }

    /// Finds names and values of the fields of a line.
    ///
    /// @return behind the last one
    private int fields(int from, int to) throws Malformed {
        fields = 0;
        int at = from;
        while (at < to && body[at] == ' ') {
            at++;
        }
        while (true) {
            if (fields == MAX_FIELDS) {
                throw new Malformed(
                        at,
                        "TOO_MANY_FIELDS",
                        "a line may have %d fields; write several".formatted(MAX_FIELDS));
            }
            int nameTo = unescaped(at, to, '=');
            if (nameTo == to
                    || nameTo == at
                    || unescaped(at, nameTo, ',') < nameTo
                    || unescaped(at, nameTo, ' ') < nameTo) {
                throw new Malformed(
                        at,
                        "MALFORMED",
                        "'%s' is no field; write field=value, the decimals behind a point"
                                .formatted(excerpt(at, to)));
            }
            fieldFrom[fields] = at;
            fieldTo[fields] = nameTo;
            valueTo[fields] = endOfValue(nameTo + 1, to);
            at = valueTo[fields];
            fields++;
            if (at == to || body[at] == ' ') {
                return at;
            }
            at++;
        }
    }

    private int endOfValue(int from, int to) throws Malformed {
        if (from < to && body[from] == '"') {
            int at = from + 1;
            while (at < to && body[at] != '"') {
                at += body[at] == '\\' ? 2 : 1;
            }
            quoteIsOpen = at >= to;
            if (quoteIsOpen || (at + 1 < to && body[at + 1] != ',' && body[at + 1] != ' ')) {
                throw new Malformed(from, "MALFORMED", "the text in quotes has no end");
            }
            return at + 1;
        }
        int at = from;
        while (at < to && body[at] != ',' && body[at] != ' ') {
            at++;
        }
        if (at == from) {
            throw new Malformed(from, "MALFORMED", "the field has no value");
        }
        return at;
    }

    /// Where the line has none, [#timeIsMissing] says whether that will do for live points only.
    ///
    /// @param from behind the fields
    private long time(int from, int to) throws Malformed {
        timeIsMissing = false;
        int at = from;
        while (at < to && body[at] == ' ') {
            at++;
        }
        if (at == to) {
            // blanks and a carriage return are no end of a line: its time may have been cut off
            if (endOfLine(to) == length) {
                throw new Malformed(at, TIME_MISSING.code(), TIME_MISSING.message());
            }
            timeIsMissing = !live;
            return rules.nowNano();
        }
        boolean negative = body[at] == '-';
        int digitsFrom = negative ? at + 1 : at;
        long time = 0;
        for (int i = digitsFrom; i < to; i++) {
            int digit = body[i] - '0';
            if (digit < 0 || digit > 9 || i - digitsFrom == MAX_TIME_DIGITS) {
                throw new Malformed(
                        at,
                        "NOT_A_TIME",
                        "'%s' is no time; write whole %s since 1970"
                                .formatted(excerpt(at, to), precision.label()));
            }
            time = time * 10 + digit;
        }
        if (digitsFrom == to || time < 0) {
            throw new Malformed(at, "NOT_A_TIME", "'%s' is no time".formatted(excerpt(at, to)));
        }
        return precision.toNanos(negative ? -time : time);
    }

    /// @return where this byte stands without a backslash before it; `to` if nowhere
    private int unescaped(int from, int to, char wanted) {
        int at = from;
        while (at < to && body[at] != wanted) {
            at += body[at] == '\\' ? 2 : 1;
        }
        return Math.min(at, to);
    }

    /// Reads the name of a series that is not held.
    private SeriesName name(int from, int seriesTo, int field) throws Malformed {
        if (seriesTo - from > MAX_SERIES_BYTES) {
            throw new Malformed(
                    from,
                    "SERIES_TOO_LONG",
                    "measurement and tags have %d bytes; at most %d are read"
                            .formatted(seriesTo - from, MAX_SERIES_BYTES));
        }
        int measurementTo = unescaped(from, seriesTo, ',');
        var labels = new ArrayList<SeriesName.Label>();
        for (int at = measurementTo; at < seriesTo; ) {
            int tagTo = unescaped(at + 1, seriesTo, ',');
            int nameTo = unescaped(at + 1, tagTo, '=');
            if (nameTo == at + 1 || nameTo >= tagTo - 1) {
                throw new Malformed(
                        at + 1,
                        "MALFORMED",
                        "'%s' is no tag; write tag=value".formatted(excerpt(at + 1, tagTo)));
            }
            if (labels.size() == MAX_TAGS) {
                throw new Malformed(
                        at + 1, "TOO_MANY_TAGS", "a line may have %d tags".formatted(MAX_TAGS));
            }
            labels.add(new SeriesName.Label(text(at + 1, nameTo), text(nameTo + 1, tagTo)));
            at = tagTo;
        }
        return new SeriesName(
                text(from, measurementTo),
                labels,
                Optional.of(text(fieldFrom[field], fieldTo[field])));
    }

    /// What these bytes say without their backslashes.
    private String text(int from, int to) throws Malformed {
        try {
            String written =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(body, from, to - from))
                            .toString();
            if (written.indexOf('\0') >= 0) {
                throw new Malformed(from, "MALFORMED", "there is a NUL in it");
            }
            return written.indexOf('\\') < 0 ? written : ESCAPE.matcher(written).replaceAll("$1");
        } catch (CharacterCodingException invalid) {
            throw new Malformed(from, "NOT_UTF_8", "it is not written in UTF-8");
        }
    }

    private String excerpt(int from, int to) {
        int end = Math.min(to, from + MAX_EXCERPT_BYTES);
        return new String(body, from, end - from, StandardCharsets.UTF_8);
    }
}

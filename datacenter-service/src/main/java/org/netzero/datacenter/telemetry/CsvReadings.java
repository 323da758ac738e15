package org.netzero.datacenter.telemetry;

import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportFile;
import org.netzero.platform.imports.ImportOutcome;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.input.Fields;

/// Reads a body of rows `point,time,value,unit?`, as meters are read by hand and other systems
/// export them. A row that breaks a rule does not stop the others.
final class CsvReadings {

    static final Columns COLUMNS = Columns.of("point", "time", "value", "unit?");

    /// The answer tells what is wrong with each; here it is counted only.
    private static final Refusal NO_ROW = new Refusal("MALFORMED", "the row has another form");

    private final SeriesIndex index;
    private final ReadingRules rules;
    private final TakenReadings into;

    CsvReadings(SeriesIndex index, ReadingRules rules, TakenReadings into) {
        this.index = index;
        this.rules = rules;
        this.into = into;
    }

    /// Takes what is to be taken, and says what was refused.
    ///
    /// @throws org.netzero.platform.problem.InvalidInput when the body cannot be read as such a
    ///   table; nothing of it is stored then
    ImportOutcome read(MediaType type, InputStream body) {
        ImportOutcome outcome =
                new Import<>(COLUMNS, CsvReadings::submitted, this::take)
                        .run(new ImportFile(type, body));
        // those whose form was wrong
        for (long row = into.refusals(); row < outcome.rejectedRows(); row++) {
            into.refuse(0, 0, NO_ROW);
        }
        return outcome;
    }

    private static SubmittedReading submitted(Fields fields) {
        var reading =
                new SubmittedReading(
                        text(fields, "point"),
                        text(fields, "time"),
                        false,
                        text(fields, "value"),
                        text(fields, "unit"),
                        null);
        fields.refuseIfInvalid();
        return reading;
    }

    private static @Nullable String text(Fields fields, String field) {
        return fields.optionalText(field).orElse(null);
    }

    private List<RowOutcome> take(List<SubmittedReading> rows) {
        Set<String> ids =
                rows.stream()
                        .flatMap(row -> Stream.ofNullable(row.point()))
                        .collect(Collectors.toSet());
        var check = new ReadingCheck(index.points(ids), rules);
        return rows.stream().map(row -> outcome(check.check(row))).toList();
    }

    private RowOutcome outcome(ReadingCheck.Verdict verdict) {
        return switch (verdict) {
            case ReadingCheck.Verdict.Taken(int point, long time, double value) -> {
                into.add(point, time, value);
                yield new RowOutcome.Accepted();
            }
            case ReadingCheck.Verdict.NotTaken(Refusal why, String field) -> {
                into.refuse(0, 0, why);
                yield new RowOutcome.Rejected(field, why.code(), why.message());
            }
        };
    }
}

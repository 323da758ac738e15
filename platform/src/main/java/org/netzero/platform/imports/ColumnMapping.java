package org.netzero.platform.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// How a file with columns and spellings of its own becomes one of a kind. Nothing is guessed: a
/// column that is neither mapped nor ignored refuses the file, and a number or a date that is not
/// spelled as stated rejects its row. Cells of a workbook that hold a number or a date are what
/// they are; spellings apply to text.
public final class ColumnMapping {

    /// Entries of all lists of one mapping.
    static final int MAX_ENTRIES = 10_000;

    private final Map<String, String> targets = new LinkedHashMap<>();
    private final Map<String, String> constants = new LinkedHashMap<>();
    private final Set<String> ignored = new HashSet<>();
    private final Map<String, Map<String, String>> values = new HashMap<>();
    private final char separator;
    private final Optional<NumberSpelling> numbers;
    private final Optional<DateSpelling> dates;
    private final ImportKind kind;

    /// @throws InvalidInput naming everything that is wrong
    public static ColumnMapping of(StatedMapping stated, ImportKind kind) {
        return new ColumnMapping(stated, kind);
    }

    private ColumnMapping(StatedMapping stated, ImportKind kind) {
        this.kind = kind;
        var reading = new Reading();
        entries(stated.columns()).forEach(reading::column);
        entries(stated.constants()).forEach(reading::constant);
        for (String column :
                stated.ignored() == null ? List.<@Nullable String>of() : stated.ignored()) {
            reading.ignored(column == null ? "" : column.strip());
        }
        entries(stated.values()).forEach(reading::values);
        this.separator = reading.separator(stated.fieldSeparator());
        this.numbers = reading.numbers(stated.decimalSeparator(), stated.thousandsSeparator());
        this.dates = reading.dates(stated.datePattern());
        reading.finish();
    }

    private static <V extends @Nullable Object> Map<String, V> entries(
            @Nullable Map<String, V> stated) {
        return stated == null ? Map.of() : stated;
    }

    char separator() {
        return separator;
    }

    /// @throws InvalidInput naming every column that is repeated, not mapped or missing
    void check(List<String> header, Columns columns) {
        var violations = new ArrayList<Violation>();
        var seen = new HashSet<String>();
        for (String column : header) {
            if (!seen.add(column)) {
                violations.add(
                        new Violation(column, "REPEATED_COLUMN", "stands twice in the first row"));
            } else if (!targets.containsKey(column) && !ignored.contains(column)) {
                violations.add(
                        new Violation(
                                column,
                                "UNKNOWN_COLUMN",
                                "column '%s' is neither mapped nor ignored by the mapping; map it to one of %s, or name it in ignored"
                                        .formatted(column, String.join(", ", columns.all()))));
            }
        }
        List<String> mandatory = columns.mandatory();
        targets.forEach((column, target) -> {
            if (mandatory.contains(target) && !seen.contains(column)) {
                violations.add(
                        new Violation(
                                column,
                                "MISSING_COLUMN",
                                "column '%s', which the mapping takes for '%s', is missing in the first row"
                                        .formatted(column, target)));
            }
        });
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }

    /// The column of the file that is mapped to one of the kind; else the latter.
    String sourceOf(String target) {
        return targets.entrySet().stream()
                .filter(mapped -> mapped.getValue().equals(target))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(target);
    }

    /// The row under the columns of the kind.
    Rows.Row read(Rows.Row row) {
        Map<String, String> read = new HashMap<>(constants);
        var refused = new ArrayList<>(row.refused());
        targets.forEach((column, target) -> {
            @Nullable String text = row.values().get(column);
            if (text != null && !text.isBlank()) {
                boolean typed = row.typed().contains(column);
                read.put(target, text(column, target, text.strip(), typed, refused));
            }
        });
        return new Rows.Row(row.line(), read, row.typed(), refused);
    }

    private String text(
            String column, String target, String text, boolean typed, List<Violation> refused) {
        @Nullable String meaning = values.getOrDefault(target, Map.of()).get(text);
        if (meaning != null) {
            return meaning;
        }
        if (typed) {
            return text;
        }
        if (numbers.isPresent() && kind.decimals().contains(target)) {
            return numbers.get()
                    .read(text)
                    .orElseGet(() -> refuse(column, text, "NOT_A_DECIMAL", numbers.get(), refused));
        }
        if (dates.isPresent() && kind.dates().contains(target)) {
            return dates.get()
                    .read(text)
                    .orElseGet(() -> refuse(column, text, "NOT_A_DATE", dates.get(), refused));
        }
        return text;
    }

    private static String refuse(
            String column, String text, String code, Object spelling, List<Violation> refused) {
        refused.add(
                new Violation(
                        column,
                        code,
                        "'%s' is not spelled as the mapping states, %s".formatted(text, spelling)));
        return text;
    }

    /// A statement on its way to a mapping: fills it and notes what is wrong.
    private final class Reading {

        private final List<Violation> violations = new ArrayList<>();
        private final Map<String, String> sources = new HashMap<>();
        private int entries;

        void column(String written, @Nullable String target) {
            String column = written.strip();
            checkText("columns", column);
            if (target == null) {
                refuse("columns." + column, "REQUIRED", "is null; name the column it stands for");
            } else if (isTarget("columns." + column, target)
                    && take(target, "column '" + column + "'")) {
                targets.put(column, target);
            }
        }

        void constant(String target, @Nullable String value) {
            if (value == null || value.isBlank()) {
                refuse("constants." + target, "REQUIRED", "is empty; state the value");
            } else if (isTarget("constants." + target, target) && take(target, "a constant")) {
                checkText("constants." + target, value.strip());
                constants.put(target, value.strip());
            }
        }

        private void checkText(String place, String text) {
            Fields.controlCharacter(text)
                    .ifPresent(reason -> refuse(place, Fields.CONTROL_CHARACTER, reason));
        }

        private boolean take(String target, String source) {
            @Nullable String other = sources.putIfAbsent(target, source);
            if (other != null) {
                refuse(
                        target,
                        "REPEATED_TARGET",
                        "'%s' comes from %s and from %s; keep one"
                                .formatted(target, other, source));
            }
            return other == null;
        }

        private boolean isTarget(String place, String target) {
            entries++;
            if (kind.columns().all().contains(target)) {
                return true;
            }
            refuse(
                    place,
                    "UNKNOWN_TARGET",
                    "there is no column '%s'; known here: %s"
                            .formatted(target, String.join(", ", kind.columns().all())));
            return false;
        }

        void ignored(String column) {
            entries++;
            checkText("ignored", column);
            if (targets.containsKey(column)) {
                refuse(
                        "ignored",
                        "MAPPED_COLUMN",
                        "'%s' is mapped; do not ignore it".formatted(column));
            }
            ignored.add(column);
        }

        void values(String target, @Nullable Map<String, @Nullable String> meanings) {
            if (!targets.containsValue(target)) {
                refuse(
                        "values." + target,
                        "UNKNOWN_TARGET",
                        "no column of the file is mapped to '%s'".formatted(target));
                return;
            }
            Map<String, String> translated = new HashMap<>();
            entries(meanings)
                    .forEach((written, meaning) -> {
                        entries++;
                        if (meaning == null || meaning.isBlank()) {
                            refuse(
                                    "values.%s.%s".formatted(target, written),
                                    "REQUIRED",
                                    "is empty; state what it means");
                        } else {
                            checkText("values." + target, written.strip());
                            checkText("values." + target, meaning.strip());
                            translated.put(written.strip(), meaning.strip());
                        }
                    });
            values.put(target, translated);
        }

        char separator(@Nullable String stated) {
            if (stated == null) {
                return ',';
            }
            if (stated.length() != 1 || ",;\t".indexOf(stated.charAt(0)) < 0) {
                refuse(
                        "fieldSeparator",
                        "UNKNOWN_VALUE",
                        "'%s' is none of ',', ';' and a tab".formatted(stated));
                return ',';
            }
            return stated.charAt(0);
        }

        Optional<NumberSpelling> numbers(@Nullable String decimal, @Nullable String thousands) {
            if (decimal == null && thousands == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        new NumberSpelling(
                                decimal == null ? "." : decimal,
                                thousands == null ? "" : thousands));
            } catch (InvalidInput wrong) {
                violations.addAll(wrong.violations());
                return Optional.empty();
            }
        }

        Optional<DateSpelling> dates(@Nullable String pattern) {
            try {
                return Optional.ofNullable(pattern).map(DateSpelling::new);
            } catch (InvalidInput wrong) {
                violations.addAll(wrong.violations());
                return Optional.empty();
            }
        }

        private void refuse(String place, String code, String message) {
            violations.add(new Violation(place, code, message));
        }

        void finish() {
            for (String column : kind.columns().mandatory()) {
                if (!sources.containsKey(column)) {
                    refuse(
                            column,
                            "UNMAPPED_COLUMN",
                            "'%s' is needed; map a column of the file to it, or state a constant"
                                    .formatted(column));
                }
            }
            if (entries > MAX_ENTRIES) {
                refuse("", "TOO_MANY", "%d entries; at most %d".formatted(entries, MAX_ENTRIES));
            }
            if (!violations.isEmpty()) {
                throw new InvalidInput(violations);
            }
        }
    }
}

package org.netzero.platform.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.netzero.platform.problem.InvalidInput;

/// How a file writes its dates: a pattern of `yyyy`, `MM` and `dd` such as `dd.MM.yyyy`, `M/d/yyyy`
/// or `MM/yyyy`, the last of which reads as the month as a whole.
final class DateSpelling {

    private static final String FIELD = "datePattern";
    private static final Pattern FORM =
            Pattern.compile("(yyyy|MM?|dd?)([-./ 年月日]*(yyyy|MM?|dd?)){0,2}[-./ 年月日]*");

    private final String pattern;
    private final DateTimeFormatter formatter;

    /// @throws InvalidInput when it is no such pattern, or has no year
    DateSpelling(String pattern) {
        boolean once =
                has(pattern, 'y', 1)
                        && pattern.contains("yyyy")
                        && has(pattern, 'M', 0)
                        && has(pattern, 'd', 0)
                        && (!pattern.contains("d") || pattern.contains("M"));
        if (!once || !FORM.matcher(pattern).matches()) {
            throw new InvalidInput(
                    FIELD,
                    "NOT_A_PATTERN",
                    "'%s' is no pattern of dates; write yyyy, MM and dd each once, such as dd.MM.yyyy, M/d/yyyy or MM/yyyy"
                            .formatted(pattern));
        }
        this.pattern = pattern;
        this.formatter =
                DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT);
    }

    /// Whether the letters of one kind stand together, and are there if they have to be.
    private static boolean has(String pattern, char letter, int atLeast) {
        int first = pattern.indexOf(letter);
        if (first < 0) {
            return atLeast == 0;
        }
        int last = pattern.lastIndexOf(letter);
        return pattern.substring(first, last + 1).chars().allMatch(c -> c == letter);
    }

    /// The day, month or year in ISO 8601; empty when it is not spelled like this.
    Optional<String> read(String text) {
        try {
            TemporalAccessor read =
                    formatter.parseBest(text, LocalDate::from, YearMonth::from, Year::from);
            return Optional.of(read.toString());
        } catch (DateTimeException otherwise) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return pattern;
    }
}

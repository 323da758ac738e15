package org.netzero.emissions.preview;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// What a draft would change.
///
/// @param movedResults how many results would move
/// @param results those that would move most, at most [#MOST_RESULTS]
/// @param table the same, at most [MovedResults#MOST]
record PreviewView(
        String set,
        List<Year> years,
        int movedResults,
        List<Result> results,
        @JsonIgnore Table table)
        implements Tabular {

    private static final int MOST_RESULTS = 1_000;

    private static final List<String> COLUMNS =
            List.of(
                    "period",
                    "resultId",
                    "activity",
                    "record",
                    "factorBefore",
                    "factorAfter",
                    "beforeKgCo2e",
                    "afterKgCo2e",
                    "differenceKgCo2e");

    /// The figures of one year.
    record Year(String period, List<Figure> figures) {

        static Year of(YearChange change) {
            return new Year(
                    String.valueOf(change.year()),
                    change.figures().entrySet().stream()
                            .map(entry ->
                                    new Figure(
                                            entry.getKey(),
                                            entry.getValue().before(),
                                            entry.getValue().after(),
                                            entry.getValue().difference()))
                            .toList());
        }
    }

    record Figure(
            String figure,
            BigDecimal beforeKgCo2e,
            BigDecimal afterKgCo2e,
            BigDecimal differenceKgCo2e) {}

    /// @param factorBefore absent where there was no result or no factor
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            String period,
            String resultId,
            String activity,
            String record,
            @Nullable String factorBefore,
            @Nullable String factorAfter,
            BigDecimal beforeKgCo2e,
            BigDecimal afterKgCo2e,
            BigDecimal differenceKgCo2e) {

        static Result of(int year, YearChange.ResultChange change) {
            return new Result(
                    String.valueOf(year),
                    change.either().id().toString(),
                    change.either().activity(),
                    change.either().record(),
                    YearChange.ResultChange.factor(change.before()).orElse(null),
                    YearChange.ResultChange.factor(change.after()).orElse(null),
                    change.change().before(),
                    change.change().after(),
                    change.change().difference());
        }

        List<@Nullable Object> row() {
            return Table.row(
                    period,
                    resultId,
                    activity,
                    record,
                    factorBefore,
                    factorAfter,
                    beforeKgCo2e,
                    afterKgCo2e,
                    differenceKgCo2e);
        }
    }

    static PreviewView of(String set, List<YearChange> changes, MovedResults moved) {
        List<Result> most = moved.inOrder();
        return new PreviewView(
                set,
                changes.stream().map(Year::of).toList(),
                moved.count(),
                most.stream().limit(MOST_RESULTS).toList(),
                Table.of(COLUMNS, most, Result::row));
    }
}

package org.netzero.platform.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A mapping of columns as somebody states it; [ColumnMapping] is the one that was checked.
///
/// @param columns a column of the file to the column it stands for
/// @param constants a column that the file lacks to the value it has in every row
/// @param ignored columns of the file that are not read
/// @param values for a column, what the file writes to what it means: `Strom` to `electricity`
/// @param fieldSeparator between the fields of a CSV file: a comma unless stated, else `;` or a tab
/// @param decimalSeparator of numbers: a point unless stated, else a comma
/// @param thousandsSeparator of numbers; none unless stated
/// @param datePattern of dates, `dd.MM.yyyy`; ISO 8601 unless stated
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatedMapping(
        @Nullable Map<String, @Nullable String> columns,
        @Nullable Map<String, @Nullable String> constants,
        @Nullable List<@Nullable String> ignored,
        @Nullable Map<String, @Nullable Map<String, @Nullable String>> values,
        @Nullable String fieldSeparator,
        @Nullable String decimalSeparator,
        @Nullable String thousandsSeparator,
        @Nullable String datePattern) {}

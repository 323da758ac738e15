package org.netzero.platform.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;

/// Why one row of an import on record was not stored.
///
/// @param position its place in the list
/// @param line the line in the file on which the row starts, the first row being 1
/// @param column the column's name, or empty when the row as a whole is wrong
/// @param code the broken rule, for programs
/// @param message the value, the rule and the remedy
public record RowErrorView(
        @JsonIgnore long position, long line, String column, String code, String message) {

    static RowErrorView of(ImportTable.KeptError kept) {
        RowError error = kept.error();
        return new RowErrorView(
                kept.position(), error.line(), error.column(), error.code(), error.message());
    }
}

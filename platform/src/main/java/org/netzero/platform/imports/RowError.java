package org.netzero.platform.imports;

/// Why one row of a file was not stored.
///
/// @param line the line in the file on which the row starts, the first row being 1
/// @param column the column's name, or empty when the row as a whole is wrong
/// @param code the broken rule, for programs
/// @param message the value, the rule and the remedy
public record RowError(long line, String column, String code, String message) {}

package org.netzero.platform.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// A column of a kind of import, as somebody needs to know it who fills in a file.
///
/// @param required whether every file has it and every row a value in it; where it depends on
///   others, the description says so
/// @param description what stands in it, and in which unit or form
/// @param values the usual ones, where they are a few; other ways to write them may be taken too
public record Column(
        String name,
        boolean required,
        String description,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> values) {

    public Column {
        values = List.copyOf(values);
    }

    /// Reads `province?: The province`: a question mark makes a column optional, and what stands
    /// behind the colon describes it.
    static Column of(String described) {
        int colon = described.indexOf(':');
        String name = colon < 0 ? described : described.substring(0, colon);
        String description = colon < 0 ? "" : described.substring(colon + 1).strip();
        boolean optional = name.endsWith("?");
        return new Column(
                optional ? name.substring(0, name.length() - 1) : name,
                !optional,
                description,
                List.of());
    }

    Column withValues(List<String> allowed) {
        return new Column(name, required, description, allowed);
    }
}

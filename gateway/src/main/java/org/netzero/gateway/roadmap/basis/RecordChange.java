package org.netzero.gateway.roadmap.basis;

import java.util.List;
import java.util.OptionalLong;

/// How a record that a service told changed between two instants.
///
/// @param record what it is of, such as `emissions.inventory 2021`
/// @param versionBefore empty where it was not known yet
/// @param versionAfter empty where it is not known any more
public record RecordChange(
        FigureKey key,
        String record,
        OptionalLong versionBefore,
        OptionalLong versionAfter,
        List<FieldChange> fields) {

    /// @param from empty where the field was not there
    public record FieldChange(String path, String from, String to) {}

    public RecordChange {
        fields = List.copyOf(fields);
    }
}

package org.netzero.gateway.roadmap.scenario;

import java.util.List;

/// A part of a scenario that one version has otherwise than another, and that stands for itself.
///
/// @param path such as `electricity.growth` or `levers[pue]`
/// @param fields what differs in it
public record ScenarioChange(String path, List<FieldChange> fields) {

    /// @param from empty where the field was not there
    /// @param to empty where it is not there any more
    public record FieldChange(String path, String from, String to) {}

    public ScenarioChange {
        fields = List.copyOf(fields);
    }
}

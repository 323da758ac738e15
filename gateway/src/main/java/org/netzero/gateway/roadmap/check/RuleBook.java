package org.netzero.gateway.roadmap.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The parameters of rules by rule, version and name. A rule that is not in the book is unknown.
public final class RuleBook {

    /// One parameter of a rule.
    public record Parameter(
            String rule, String version, String name, double value, String unit, String source) {}

    private final List<Parameter> parameters;
    private final Map<String, Parameter> byKey = new HashMap<>();

    public RuleBook(List<Parameter> parameters) {
        this.parameters = List.copyOf(parameters);
        for (Parameter parameter : parameters) {
            String key = key(parameter.rule(), parameter.version(), parameter.name());
            if (byKey.put(key, parameter) != null) {
                throw new IllegalArgumentException(key + " is stated twice");
            }
        }
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    Optional<Parameter> find(String rule, String version, String name) {
        return Optional.ofNullable(byKey.get(key(rule, version, name)));
    }

    private static String key(String rule, String version, String name) {
        return rule + " " + version + " " + name;
    }
}

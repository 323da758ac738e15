package org.netzero.emissions.calculation;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The named inputs of an activity, beside its quantity.
///
/// @param values by name
public record MethodInputs(SortedMap<String, InputValue> values) {

    public static final MethodInputs NONE = new MethodInputs(new TreeMap<>());

    public MethodInputs {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static MethodInputs of(Map<String, InputValue> values) {
        return new MethodInputs(new TreeMap<>(values));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    MethodInputs without(String name) {
        var rest = new TreeMap<>(values);
        rest.remove(name);
        return new MethodInputs(rest);
    }

    MethodInputs with(String name, InputValue value) {
        var more = new TreeMap<>(values);
        more.put(name, value);
        return new MethodInputs(more);
    }

    Optional<InputValue> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// `distance=1200 km; share=5 %`, in the order of the names.
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(input -> input.getKey() + "=" + input.getValue())
                .collect(Collectors.joining("; "));
    }
}

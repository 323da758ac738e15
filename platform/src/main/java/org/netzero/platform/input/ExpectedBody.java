package org.netzero.platform.input;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a resource expects its JSON body to be, in words for whoever sent something else.
public final class ExpectedBody {

    private ExpectedBody() {}

    /// `a JSON object with name, kind, country`, or an array of such.
    public static String of(Type type) {
        if (type instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw) {
            Type inner = generic.getActualTypeArguments()[0];
            if (raw == Optional.class) {
                return of(inner);
            }
            return Collection.class.isAssignableFrom(raw)
                    ? "a JSON array of at least one of: " + of(inner)
                    : "a JSON object";
        }
        return type instanceof Class<?> named ? ofClass(named) : "a JSON value";
    }

    private static String ofClass(Class<?> type) {
        if (type.isRecord()) {
            return "a JSON object with "
                    + Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getName)
                            .collect(Collectors.joining(", "));
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a JSON array";
        }
        return Number.class.isAssignableFrom(type) ? "a JSON number" : "a JSON value";
    }
}

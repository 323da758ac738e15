package org.netzero.energy.instrument;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.InvalidInput;

/// The meters that tell in which hours the power of an instrument was generated, as one text:
/// `plant-1;plant-2`.
final class GenerationMeters {

    static final String FIELD = "generationMeters";

    /// As many as a contract with several plants has; more are a slip.
    private static final int MOST = 20;

    private static final String SEPARATOR = ";";

    private GenerationMeters() {}

    static List<String> read(Fields fields) {
        return fields.optionalText(FIELD).map(text -> read(fields, text)).orElse(List.of());
    }

    private static List<String> read(Fields fields, String text) {
        List<String> ids =
                Arrays.stream(text.split(SEPARATOR, -1))
                        .map(String::strip)
                        .distinct()
                        .sorted()
                        .toList();
        if (ids.size() > MOST) {
            fields.refuse(
                    FIELD,
                    "TOO_MANY_METERS",
                    "%d meters; an instrument names at most %d".formatted(ids.size(), MOST));
        }
        for (String id : ids) {
            if (!isId(id)) {
                fields.refuse(
                        FIELD,
                        "NOT_AN_ID",
                        "'%s' is no id of a meter; part several by semicolons".formatted(id));
            }
        }
        return ids;
    }

    private static boolean isId(String text) {
        var one = new Fields(Map.of(FIELD, text));
        one.id(FIELD);
        try {
            one.refuseIfInvalid();
            return true;
        } catch (InvalidInput none) {
            return false;
        }
    }

    /// As it is written; null when there are none.
    static @Nullable String text(List<String> meterIds) {
        return meterIds.isEmpty() ? null : String.join(SEPARATOR, meterIds);
    }

    static List<String> of(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(some -> List.of(some.split(SEPARATOR, -1)))
                .orElse(List.of());
    }
}

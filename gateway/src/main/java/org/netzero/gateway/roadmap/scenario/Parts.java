package org.netzero.gateway.roadmap.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.engine.RoadmapRefusal;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// Reads the parts of a document and collects what is wrong with them, each under its path.
final class Parts {

    private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z]*");

    private final List<Violation> violations = new ArrayList<>();

    /// The part, or empty where something is wrong with it, which [#refuseIfInvalid()] then says.
    <T> Optional<T> read(String path, Supplier<T> part) {
        try {
            return Optional.of(checked(part));
        } catch (InvalidInput invalid) {
            invalid.violations().stream().map(v -> v.within(path)).forEach(violations::add);
            return Optional.empty();
        }
    }

    /// A document that is `null` is told like a field that is absent.
    <A, T> List<T> readEach(String path, List<A> documents, Function<A, T> part) {
        return IntStream.range(0, documents.size())
                .mapToObj(i ->
                        read(
                                "%s[%d]".formatted(path, i),
                                () -> part.apply(required("", documents.get(i)))))
                .flatMap(Optional::stream)
                .toList();
    }

    /// @throws InvalidInput with everything that is wrong, when anything is
    void refuseIfInvalid() {
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }

    /// @throws InvalidInput where the field is absent
    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidInput(field, "REQUIRED", "is required and absent");
        }
        return value;
    }

    /// @throws InvalidInput where an entry is absent
    static List<String> listed(String path, @Nullable List<String> entries) {
        List<String> present = entries == null ? List.of() : entries;
        for (int i = 0; i < present.size(); i++) {
            required("%s[%d]".formatted(path, i), present.get(i));
        }
        return present;
    }

    /// A part at its path, the first thing wrong with it ending the reading.
    static <T> T at(String path, Supplier<T> part) {
        Parts single = new Parts();
        Optional<T> read = single.read(path, part);
        single.refuseIfInvalid();
        return read.orElseThrow();
    }

    /// A part of which a rule of the roadmap may be broken.
    ///
    /// @throws InvalidInput naming the field where the rule names one
    static <T> T checked(Supplier<T> part) {
        try {
            return part.get();
        } catch (RoadmapRefusal refused) {
            throw new InvalidInput(
                    fieldOf(refused), codeOf(refused), String.valueOf(refused.getMessage()));
        }
    }

    private static String fieldOf(RoadmapRefusal refused) {
        if (!refused.path().isEmpty()) {
            return refused.path();
        }
        return FIELD.matcher(refused.subject()).matches() ? refused.subject() : "";
    }

    /// `ValueOutOfRange` is `VALUE_OUT_OF_RANGE`.
    static String codeOf(RoadmapRefusal refused) {
        return refused.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
    }
}

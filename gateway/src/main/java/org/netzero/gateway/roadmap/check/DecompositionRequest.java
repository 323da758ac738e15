package org.netzero.gateway.roadmap.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.problem.InvalidInput;

/// A sum of products over years, such as electricity × share that is not green × grid factor by
/// region, as it is written.
@Schema(name = "DecompositionRequest")
record DecompositionRequest(
        @Schema(description = "2 to 60, one after the other")
                @Nullable List<@Nullable Integer> years,
        @Schema(description = "1 to 50, all with the same factors in the same order")
                @Nullable List<@Nullable PartRequest> parts) {

    private static final int MOST_YEARS = 60;
    private static final int MOST_PARTS = 50;
    private static final int MOST_FACTORS = 8;

    @Schema(name = "DecompositionPart")
    record PartRequest(
            @Nullable String name,
            @Schema(description = "1 to 8, whose product is the figure of the part")
                    @Nullable List<@Nullable FactorRequest> factors) {}

    @Schema(name = "DecompositionFactor")
    record FactorRequest(
            @Nullable String name,
            @Schema(description = "One a year, none negative")
                    @Nullable List<@Nullable Double> values) {}

    /// @throws InvalidInput naming the first field that breaks a rule
    SeriesDecomposition read() {
        List<Integer> read = new ArrayList<>();
        List<@Nullable Integer> stated = Stated.list("years", years, 2, MOST_YEARS);
        for (int i = 0; i < stated.size(); i++) {
            String at = "years[%d]".formatted(i);
            int year = Stated.year(at, stated.get(i));
            if (i > 0) {
                Stated.after(at, year, read.getLast());
            }
            read.add(year);
        }
        List<SeriesDecomposition.Part> sums = new ArrayList<>();
        List<@Nullable PartRequest> all = Stated.list("parts", parts, 1, MOST_PARTS);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            String at = "parts[%d]".formatted(i);
            SeriesDecomposition.Part part = part(at, Stated.required(at, all.get(i)), read.size());
            if (!names.add(part.name())) {
                throw duplicate(at + ".name", part.name());
            }
            if (i > 0 && !namesOf(part).equals(namesOf(sums.getFirst()))) {
                throw new InvalidInput(
                        at + ".factors",
                        "OTHER_FACTORS",
                        "are %s and must be those of parts[0]: %s"
                                .formatted(namesOf(part), namesOf(sums.getFirst())));
            }
            checkZeros(at, part, read.size());
            sums.add(part);
        }
        return new SeriesDecomposition(read, sums);
    }

    private static SeriesDecomposition.Part part(String at, PartRequest part, int years) {
        String name = Stated.name(at + ".name", part.name());
        List<SeriesDecomposition.Factor> factors = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<@Nullable FactorRequest> stated =
                Stated.list(at + ".factors", part.factors(), 1, MOST_FACTORS);
        for (int k = 0; k < stated.size(); k++) {
            String field = "%s.factors[%d]".formatted(at, k);
            FactorRequest factor = Stated.required(field, stated.get(k));
            String called = Stated.name(field + ".name", factor.name());
            if (!names.add(called)) {
                throw duplicate(field + ".name", called);
            }
            List<Double> values = new ArrayList<>();
            List<@Nullable Double> given =
                    Stated.list(field + ".values", factor.values(), years, years);
            for (int y = 0; y < years; y++) {
                values.add(
                        Stated.number(
                                "%s.values[%d]".formatted(field, y), given.get(y), 0, Stated.MOST));
            }
            factors.add(new SeriesDecomposition.Factor(called, values));
        }
        return new SeriesDecomposition.Part(name, factors);
    }

    /// Every year is held against the one before it, and the last against the first.
    private static void checkZeros(String at, SeriesDecomposition.Part part, int years) {
        for (int year = 1; year < years; year++) {
            checkZeros(at, part, year - 1, year);
        }
        checkZeros(at, part, 0, years - 1);
    }

    private static void checkZeros(String at, SeriesDecomposition.Part part, int from, int to) {
        try {
            part.between(from, to);
        } catch (IllegalArgumentException together) {
            throw new InvalidInput(
                    at + ".factors", "SEVERAL_ZEROS", String.valueOf(together.getMessage()));
        }
    }

    private static List<String> namesOf(SeriesDecomposition.Part part) {
        return part.factors().stream().map(SeriesDecomposition.Factor::name).toList();
    }

    private static InvalidInput duplicate(String field, String name) {
        return new InvalidInput(
                field, "DUPLICATE_ENTRY", "'%s' is stated a second time".formatted(name));
    }
}

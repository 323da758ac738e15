package org.netzero.emissions.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.library.FactorSetStore.Correction;
import org.netzero.emissions.library.FactorSetStore.Status;
import org.netzero.platform.problem.Violation;

/// What a correction is held against: the factors it may name, and the corrections there are.
/// Drafts that correct the same factor are alternatives until one of them is adopted.
final class Corrections {

    static final String ALREADY_CORRECTED = "ALREADY_CORRECTED";

    private final FactorLibrary library;
    private final Map<String, EmissionFactor> stored;
    private final Map<String, List<Correction>> ofFactor = new HashMap<>();

    /// @param library the factors that count
    /// @param stored more factors by their ids
    /// @param known corrections in any set
    Corrections(FactorLibrary library, Map<String, EmissionFactor> stored, List<Correction> known) {
        this.library = library;
        this.stored = new HashMap<>(stored);
        known.forEach(this::add);
    }

    /// The factor with the id among those outside the library.
    @Nullable EmissionFactor stored(String id) {
        return stored.get(id);
    }

    /// Takes a factor of a draft in: others may correct it, and what it corrects is corrected.
    void add(EmissionFactor drafted) {
        stored.put(drafted.id(), drafted);
        drafted.supersedes()
                .ifPresent(corrected ->
                        add(
                                new Correction(
                                        corrected, drafted.id(), drafted.version(), Status.DRAFT)));
    }

    private void add(Correction correction) {
        ofFactor.computeIfAbsent(correction.corrected(), id -> new ArrayList<>()).add(correction);
    }

    /// What is wrong with the factor as a correction, if it is one.
    Optional<Violation> wrong(EmissionFactor factor) {
        return factor.supersedes().flatMap(corrected -> wrong(factor, corrected));
    }

    private Optional<Violation> wrong(EmissionFactor factor, String corrected) {
        Optional<EmissionFactor> found =
                library.find(corrected).or(() -> Optional.ofNullable(stored.get(corrected)));
        if (found.isEmpty()) {
            return refused(
                    "UNKNOWN_FACTOR",
                    "There is no factor '%s' to correct; search at /api/emissions/factors, and adopt the draft it is in first"
                            .formatted(corrected));
        }
        EmissionFactor wrong = found.get();
        boolean same =
                wrong.activity().equals(factor.activity())
                        && wrong.purpose() == factor.purpose()
                        && wrong.region().equals(factor.region());
        if (!same) {
            return refused(
                    "CORRECTS_ANOTHER",
                    "'%s' is for %s (%s) in %s; a correction is for the same"
                            .formatted(
                                    corrected, wrong.activity(), wrong.purpose(), wrong.region()));
        }
        return ofFactor.getOrDefault(corrected, List.of()).stream()
                .filter(other -> !other.factorId().equals(factor.id()))
                .filter(other ->
                        other.status() != Status.DRAFT || other.set().equals(factor.version()))
                .findFirst()
                .flatMap(other ->
                        refused(
                                ALREADY_CORRECTED,
                                "'%s' is superseded by '%s' of set '%s'; name that one"
                                        .formatted(corrected, other.factorId(), other.set())));
    }

    private static Optional<Violation> refused(String code, String message) {
        return Optional.of(new Violation("supersedes", code, message));
    }
}

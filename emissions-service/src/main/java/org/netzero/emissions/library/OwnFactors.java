package org.netzero.emissions.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.library.FactorSetStore.Status;
import org.netzero.emissions.library.FactorSetStore.StoredSet;
import org.netzero.platform.imports.RowOutcome;

/// The factors of the company and its suppliers: gathered in drafts, looked at, adopted. Nothing
/// that was adopted ever changes; a correction is a new factor that supersedes another.
@ApplicationScoped
public class OwnFactors {

    private final FactorSetStore store;
    private final Factors factors;
    private final Clock clock;

    OwnFactors(FactorSetStore store, Factors factors, Clock clock) {
        this.store = store;
        this.factors = factors;
        this.clock = clock;
    }

    List<StoredSet> sets() {
        return store.sets();
    }

    /// Puts factors into the drafts they name.
    ///
    /// @return what became of each factor, in order
    @Transactional
    List<RowOutcome> draft(List<DraftFactor> drafts, String draftedBy) {
        store.lockDrafts();
        Map<String, String> setOfId =
                new HashMap<>(store.setsOf(drafts.stream().map(d -> d.factor().id()).toList()));
        Map<String, EmissionFactor> stored = new HashMap<>();
        setOfId.values().stream()
                .distinct()
                .filter(set -> drafts.stream().anyMatch(draft -> draft.set().equals(set)))
                .forEach(set ->
                        store.read(set).factors().forEach(known -> stored.put(known.id(), known)));
        var outcomes = new ArrayList<RowOutcome>();
        var accepted = new LinkedHashMap<String, List<EmissionFactor>>();
        Map<String, Status> status = new HashMap<>();
        for (DraftFactor draft : drafts) {
            RowOutcome outcome = outcome(draft, stored, setOfId, status);
            outcomes.add(outcome);
            if (outcome instanceof RowOutcome.Accepted) {
                accepted.computeIfAbsent(draft.set(), set -> new ArrayList<>()).add(draft.factor());
                stored.put(draft.factor().id(), draft.factor());
                setOfId.put(draft.factor().id(), draft.set());
            }
        }
        accepted.forEach((set, all) -> {
            store.openDraft(set, set, draftedBy);
            store.add(set, all);
        });
        return outcomes;
    }

    private RowOutcome outcome(
            DraftFactor draft,
            Map<String, EmissionFactor> stored,
            Map<String, String> setOfId,
            Map<String, Status> status) {
        String id = draft.factor().id();
        @Nullable String taken = setOfId.get(id);
        if (taken != null) {
            @Nullable EmissionFactor same = stored.get(id);
            return taken.equals(draft.set()) && same != null && draft.isSameAs(same)
                    ? new RowOutcome.Duplicate()
                    : new RowOutcome.Rejected(
                            "factorId",
                            "ID_CONFLICT",
                            "'%s' is taken by other content in set '%s'; use a new id, and name this one in supersedes if it is a correction"
                                    .formatted(id, taken));
        }
        Status of = status.computeIfAbsent(draft.set(), this::statusOf);
        if (of != Status.DRAFT) {
            return new RowOutcome.Rejected(
                    "set", "FACTOR_SET_CLOSED", FactorSetClosed.reason(draft.set(), of));
        }
        return draft.factor()
                .supersedes()
                .flatMap(corrected -> wrongCorrection(draft, corrected, stored))
                .orElseGet(RowOutcome.Accepted::new);
    }

    private Status statusOf(String set) {
        return store.lock(set).map(StoredSet::status).orElse(Status.DRAFT);
    }

    private Optional<RowOutcome> wrongCorrection(
            DraftFactor draft, String corrected, Map<String, EmissionFactor> stored) {
        FactorLibrary library = factors.library();
        Optional<EmissionFactor> found =
                library.find(corrected).or(() -> Optional.ofNullable(stored.get(corrected)));
        if (found.isEmpty()) {
            return refused(
                    "UNKNOWN_FACTOR",
                    "There is no factor '%s' to correct; search at /api/emissions/factors"
                            .formatted(corrected));
        }
        EmissionFactor wrong = found.get();
        boolean same =
                wrong.activity().equals(draft.factor().activity())
                        && wrong.purpose() == draft.factor().purpose()
                        && wrong.region().equals(draft.factor().region());
        if (!same) {
            return refused(
                    "CORRECTS_ANOTHER",
                    "'%s' is for %s (%s) in %s; a correction is for the same"
                            .formatted(
                                    corrected, wrong.activity(), wrong.purpose(), wrong.region()));
        }
        return library.factorsOf(wrong.activity()).stream()
                .filter(other -> other.supersedes().equals(Optional.of(corrected)))
                .findFirst()
                .flatMap(other ->
                        refused(
                                "ALREADY_CORRECTED",
                                "'%s' is superseded by '%s'; name that one"
                                        .formatted(corrected, other.id())));
    }

    private static Optional<RowOutcome> refused(String code, String message) {
        return Optional.of(new RowOutcome.Rejected("supersedes", code, message));
    }

    /// The library as it would be if a draft were adopted today.
    ///
    /// @throws UnknownFactorSet if there is no such set
    /// @throws FactorSetClosed if the set is no draft
    @Transactional
    public FactorLibrary libraryWith(String version) {
        draftOf(version);
        LocalDate today = LocalDate.now(clock);
        return factors.library()
                .with(
                        store.read(version).factors().stream()
                                .map(factor -> DraftFactor.known(factor, today))
                                .toList());
    }

    /// Lets a draft count from today on; repeated, it changes nothing.
    ///
    /// @throws UnknownFactorSet if there is no such set
    /// @throws FactorSetClosed if the set is a shipped one
    @Transactional
    void adopt(String version, String adoptedBy) {
        StoredSet set = store.lock(version).orElseThrow(() -> new UnknownFactorSet(version));
        switch (set.status()) {
            case SHIPPED -> throw new FactorSetClosed(version, set.status());
            case ADOPTED -> {}
            case DRAFT -> store.adopt(version, LocalDate.now(clock), clock.instant(), adoptedBy);
        }
    }

    /// Throws a draft away.
    ///
    /// @throws UnknownFactorSet if there is no such set
    /// @throws FactorSetClosed if the set is no draft
    @Transactional
    void discard(String version) {
        draftOf(version);
        store.discard(version);
    }

    private void draftOf(String version) {
        StoredSet set = store.lock(version).orElseThrow(() -> new UnknownFactorSet(version));
        if (set.status() != Status.DRAFT) {
            throw new FactorSetClosed(version, set.status());
        }
    }
}

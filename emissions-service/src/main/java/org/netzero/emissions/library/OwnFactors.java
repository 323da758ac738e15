package org.netzero.emissions.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.library.FactorSetStore.Status;
import org.netzero.emissions.library.FactorSetStore.StoredSet;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.problem.Violation;

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
        List<EmissionFactor> all = drafts.stream().map(DraftFactor::factor).toList();
        Map<String, String> setOfId = setsOf(all);
        Corrections corrections = corrections(all, setOfId);
        var outcomes = new ArrayList<RowOutcome>();
        var accepted = new LinkedHashMap<String, List<EmissionFactor>>();
        Map<String, Status> status = new HashMap<>();
        for (DraftFactor draft : drafts) {
            RowOutcome outcome = outcome(draft, corrections, setOfId, status);
            outcomes.add(outcome);
            if (outcome instanceof RowOutcome.Accepted) {
                accepted.computeIfAbsent(draft.set(), set -> new ArrayList<>()).add(draft.factor());
                corrections.add(draft.factor());
                setOfId.put(draft.factor().id(), draft.set());
            }
        }
        accepted.forEach((set, factorsOfSet) -> {
            store.openDraft(set, set, draftedBy);
            store.add(set, factorsOfSet);
        });
        return outcomes;
    }

    /// Which sets the factors and those they correct are in, of those that are in one.
    private Map<String, String> setsOf(List<EmissionFactor> factors) {
        return new HashMap<>(
                store.setsOf(
                        Stream.concat(
                                        factors.stream().map(EmissionFactor::id),
                                        corrected(factors).stream())
                                .toList()));
    }

    private static Set<String> corrected(List<EmissionFactor> factors) {
        return factors.stream()
                .flatMap(factor -> factor.supersedes().stream())
                .collect(Collectors.toSet());
    }

    /// What the factors are held against: the library, the sets they repeat something of, and the
    /// company's sets with what they correct.
    private Corrections corrections(List<EmissionFactor> all, Map<String, String> setOfId) {
        FactorLibrary library = factors.library();
        Set<String> corrected = corrected(all);
        var sets = new HashSet<String>();
        corrected.stream()
                .filter(id -> setOfId.containsKey(id) && library.find(id).isEmpty())
                .forEach(id -> sets.add(setOfId.get(id)));
        sets.removeAll(store.shipped().keySet());
        all.stream()
                .filter(factor -> factor.version().equals(setOfId.get(factor.id())))
                .forEach(factor -> sets.add(factor.version()));
        var stored = new HashMap<String, EmissionFactor>();
        sets.forEach(
                set -> store.read(set).factors().forEach(known -> stored.put(known.id(), known)));
        return new Corrections(library, stored, store.correctionsOf(corrected));
    }

    private RowOutcome outcome(
            DraftFactor draft,
            Corrections corrections,
            Map<String, String> setOfId,
            Map<String, Status> status) {
        String id = draft.factor().id();
        @Nullable String taken = setOfId.get(id);
        if (taken != null) {
            @Nullable EmissionFactor same = corrections.stored(id);
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
        return corrections
                .wrong(draft.factor())
                .<RowOutcome>map(wrong -> new RowOutcome.Rejected(List.of(wrong)))
                .orElseGet(RowOutcome.Accepted::new);
    }

    private Status statusOf(String set) {
        return store.lock(set).map(StoredSet::status).orElse(Status.DRAFT);
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
    /// @throws CorrectionsRefused if a factor it corrects does not count, or was corrected by
    ///   another set meanwhile
    @Transactional
    void adopt(String version, String adoptedBy) {
        store.lockDrafts();
        StoredSet set = store.lock(version).orElseThrow(() -> new UnknownFactorSet(version));
        switch (set.status()) {
            case SHIPPED -> throw new FactorSetClosed(version, set.status());
            case ADOPTED -> {}
            case DRAFT -> {
                refuseWrongCorrections(version);
                store.adopt(version, LocalDate.now(clock), clock.instant(), adoptedBy);
            }
        }
    }

    /// Another set may have been adopted, or thrown away, since the corrections were drafted.
    private void refuseWrongCorrections(String version) {
        List<EmissionFactor> all = store.read(version).factors();
        Map<String, String> counted = setsOf(all);
        var counting = new HashSet<>(store.adopted());
        counting.add(version);
        counted.values().retainAll(counting);
        Corrections corrections = corrections(all, counted);
        List<Violation> violations =
                all.stream()
                        .flatMap(factor ->
                                corrections.wrong(factor).stream()
                                        .map(wrong -> wrong.within(factor.id())))
                        .toList();
        if (!violations.isEmpty()) {
            throw new CorrectionsRefused(version, violations);
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

package org.netzero.emissions.library;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.recalculation.ChangedYears;

/// The factors that count: the shipped sets and the adopted ones of the company. A shipped set is
/// loaded once per version; what stands under a version never changes. Sets stored before the
/// ranges of their sources were read get them once, beside figures that stay what they are.
@ApplicationScoped
public class Factors {

    /// The version of the set that comes first; it takes its ids before the others.
    static final String CORE = "core-2026.1";

    /// The edition of the source files all other shipped sets are read from.
    static final String EDITION = "sources-2026.1";

    private static final Logger LOG = Logger.getLogger(Factors.class);

    private final FactorSetStore store;
    private final ChangedYears changedYears;
    private volatile @Nullable Loaded loaded;

    /// @param shipped without the company's own
    /// @param own versions of the adopted sets in the order of their adoption
    private record Loaded(
            FactorLibrary shipped, List<String> own, FactorLibrary library, FactorSearch search) {}

    Factors(FactorSetStore store, ChangedYears changedYears) {
        this.store = store;
        this.changedYears = changedYears;
    }

    void publishAtStart(@Observes StartupEvent start) {
        FactorSetFiles core = new FactorSetFiles(CORE);
        SourceSets sources = new SourceSets(EDITION);
        Map<String, String> stored = store.shipped();
        boolean known =
                core.sha256().equals(stored.get(CORE))
                        && stored.entrySet().containsAll(sources.contents().entrySet());
        boolean ranged = store.hasRanges();
        if (!known || !ranged) {
            FactorSet first = core.read();
            publish(first);
            List<FactorSet> sets = sources.read(first);
            sets.forEach(this::publish);
            if (!ranged) {
                QuarkusTransaction.requiringNew().run(() -> sets.forEach(store::addRanges));
            }
        }
        var versions = new ArrayList<>(List.of(CORE));
        versions.addAll(sources.contents().keySet());
        FactorLibrary shipped = FactorSet.library(versions.stream().map(store::read).toList());
        LOG.infof(
                "%d factors of %d shipped sets, %s",
                shipped.factors().size(), versions.size(), known ? "known" : "loaded");
        List<String> adopted = store.adopted();
        load(shipped, adopted);
        if (!known || !ranged || !adopted.isEmpty()) {
            markYears();
        }
    }

    /// Stores a set unless its version is stored.
    ///
    /// @throws IllegalStateException if the version is stored with other content
    void publish(FactorSet set) {
        Optional<String> stored =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            Optional<String> taken = store.claim(set);
                            if (taken.isEmpty()) {
                                store.fill(set);
                            }
                            return taken;
                        });
        if (stored.isPresent() && !stored.get().equals(set.contentSha256())) {
            throw new IllegalStateException(
                    "Factor set %s is stored with other content; publish changes under a new version"
                            .formatted(set.version()));
        }
        if (stored.isEmpty()) {
            LOG.infof(
                    "factor set %s: %d factors of %d rows, %d refused",
                    set.version(),
                    set.factors().size(),
                    set.report().rows(),
                    set.report().refusals());
        }
    }

    /// Notices sets that were adopted here or by another instance.
    @Scheduled(
            every = "{netzero.factors.refresh-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        Loaded current = loaded;
        if (current == null) {
            return;
        }
        List<String> adopted = store.adopted();
        if (!adopted.equals(current.own())) {
            load(current.shipped(), adopted);
            markYears();
        }
    }

    /// With other factors every year may come out differently.
    private void markYears() {
        QuarkusTransaction.requiringNew().run(changedYears::markAll);
    }

    private synchronized void load(FactorLibrary shipped, List<String> adopted) {
        List<EmissionFactor> own =
                adopted.stream()
                        .flatMap(version -> store.read(version).factors().stream())
                        .toList();
        FactorLibrary library = own.isEmpty() ? shipped : shipped.with(own);
        loaded = new Loaded(shipped, adopted, library, new FactorSearch(library));
    }

    private Loaded loaded() {
        Loaded current = loaded;
        if (current == null) {
            throw new IllegalStateException("The factor sets are not loaded yet");
        }
        return current;
    }

    /// Every factor a calculation may choose from; empty while the service starts.
    public Optional<FactorLibrary> loadedLibrary() {
        return Optional.ofNullable(loaded).map(Loaded::library);
    }

    /// Every factor a calculation may choose from.
    public FactorLibrary library() {
        return loaded().library();
    }

    /// Versions of the sets they are from.
    public SortedSet<String> versions() {
        return library().factors().stream()
                .map(EmissionFactor::version)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Finds factors by their names.
    FactorSearch search() {
        return loaded().search();
    }
}

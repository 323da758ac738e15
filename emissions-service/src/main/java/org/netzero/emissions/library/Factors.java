package org.netzero.emissions.library;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.factor.FactorLibrary;

/// The published factors. A set is loaded once per version; what stands under a version never
/// changes.
@ApplicationScoped
public class Factors {

    /// The version this build publishes.
    static final String VERSION = "core-2026.1";

    private static final Logger LOG = Logger.getLogger(Factors.class);

    private final FactorSetStore store;
    private volatile @Nullable FactorLibrary library;

    Factors(FactorSetStore store) {
        this.store = store;
    }

    void publishAtStart(@Observes StartupEvent start) {
        publish(new FactorSetFiles(VERSION).read());
        library = store.read(VERSION).library();
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
        LOG.infof(
                "factor set %s: %d factors, %s",
                set.version(), set.factors().size(), stored.isPresent() ? "known" : "loaded");
    }

    /// Every factor a calculation may choose from.
    public FactorLibrary library() {
        FactorLibrary loaded = library;
        if (loaded == null) {
            throw new IllegalStateException("The factor set is not loaded yet");
        }
        return loaded;
    }
}

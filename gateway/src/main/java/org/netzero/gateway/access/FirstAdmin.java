package org.netzero.gateway.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Lets in the installation's own key, so that there is somebody to issue all others.
@ApplicationScoped
class FirstAdmin {

    private static final Logger LOG = Logger.getLogger(FirstAdmin.class);

    /// 128 bits in base64; a shorter key was made up by somebody.
    private static final int SHORTEST = 22;

    private final ApiKeys keys;
    private final Optional<Path> file;

    FirstAdmin(ApiKeys keys, @ConfigProperty(name = "netzero.admin-key-file") Optional<Path> file) {
        this.keys = keys;
        this.file = file;
    }

    void ensure(@Observes StartupEvent start) {
        file.ifPresentOrElse(
                path -> keys.ensureFirstAdmin(secret(path)),
                () -> LOG.warn("NETZERO_ADMIN_KEY_FILE names no file: only known keys get in"));
    }

    private static Secret secret(Path file) {
        try {
            String key = Files.readString(file).strip();
            if (key.length() < SHORTEST) {
                throw new IllegalStateException(
                        "The key in %s has fewer than %d characters; write a random one"
                                .formatted(file, SHORTEST));
            }
            return new Secret(key);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the first administrator's key " + file, e);
        }
    }
}

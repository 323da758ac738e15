package org.netzero.gateway.roadmap.projection;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.netzero.local.SigningKeys;

/// Test resource: the files the gateway is started with, an administrator's key and a signing key.
public final class FrontDoorKeys implements QuarkusTestResourceLifecycleManager {

    static final String ADMIN = "nz_an-administrator-of-the-tests";

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "front-door-keys"));
            Path admin = Files.writeString(folder.resolve("admin.key"), ADMIN);
            Path signing =
                    Files.writeString(
                            folder.resolve("signing.pem"), SigningKeys.generate().privatePem());
            return Map.of(
                    "netzero.admin-key-file", admin.toString(),
                    "netzero.token.private-key", signing.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}

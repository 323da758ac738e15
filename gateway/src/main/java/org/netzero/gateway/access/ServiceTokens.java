package org.netzero.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.Startup;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.netzero.platform.identity.Caller;

/// The signed tokens that tell a service on whose behalf the gateway calls.
///
/// A token is good for 60 seconds and used for at most 25 of them, so a service never sees one that
/// is about to expire.
@Startup
@ApplicationScoped
public class ServiceTokens {

    private static final String ISSUER = "netzero-gateway";
    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final Duration USED = Duration.ofSeconds(25);
    private static final int MOST_REMEMBERED = 10_000;

    private final Cache<Caller, String> signed =
            Caffeine.newBuilder().expireAfterWrite(USED).maximumSize(MOST_REMEMBERED).build();

    private final PrivateKey privateKey;

    ServiceTokens(@ConfigProperty(name = "netzero.token.private-key") Path privateKeyFile) {
        this.privateKey = read(privateKeyFile);
    }

    public String of(Caller caller) {
        return signed.get(caller, this::sign);
    }

    private String sign(Caller caller) {
        return Jwt.issuer(ISSUER)
                .subject(caller.subject())
                .upn(caller.subject())
                .groups(caller.roles())
                .claim(Caller.DATACENTERS, caller.datacenters())
                .expiresIn(LIFE)
                .sign(privateKey);
    }

    private static PrivateKey read(Path file) {
        try {
            return KeyUtils.decodePrivateKey(Files.readString(file));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "NETZERO_TOKEN_PRIVATE_KEY names no readable RSA key in PEM: " + file, e);
        }
    }
}

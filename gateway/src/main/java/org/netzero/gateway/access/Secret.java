package org.netzero.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.netzero.platform.digest.Sha256;

/// What lets somebody in: an API key, or the value of a session's cookie. Only its hash is stored.
///
/// A secret is 256 random bits, so nobody guesses it from its hash, and SHA-256 is enough; slow
/// hashes protect what people make up.
record Secret(String text) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret create(String prefix) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /// SHA-256 in hexadecimal digits.
    String hash() {
        return Sha256.of(text).hex();
    }

    /// The token that a page of the session sends along with its writes. It follows from the secret
    /// and not from the stored hash, so reading the database does not give it away.
    String csrfToken() {
        return Sha256.of("csrf:" + text).hex();
    }

    boolean isCsrfToken(String token) {
        return MessageDigest.isEqual(
                csrfToken().getBytes(StandardCharsets.UTF_8),
                token.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}

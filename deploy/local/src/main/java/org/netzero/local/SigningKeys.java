package org.netzero.local;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// The RSA key pair the gateway signs its tokens with, in PEM as the services read it.
///
/// @param privatePem PKCS #8
/// @param publicPem X.509 SubjectPublicKeyInfo
public record SigningKeys(String privatePem, String publicPem) {

    private static final int BITS = 2048;

    public static SigningKeys generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            return new SigningKeys(
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded()),
                    pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows RSA", e);
        }
    }

    private static String pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(label, body);
    }

    @Override
    public String toString() {
        return "SigningKeys[publicPem=" + publicPem + "]";
    }
}

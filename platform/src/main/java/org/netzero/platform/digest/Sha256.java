package org.netzero.platform.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of what is added, one piece after the other. Texts are UTF-8.
public final class Sha256 {

    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    public static Sha256 of(String text) {
        return new Sha256().add(text);
    }

    public Sha256 add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    public Sha256 add(byte... bytes) {
        return add(bytes, 0, bytes.length);
    }

    public Sha256 add(byte[] buffer, int offset, int length) {
        digest.update(buffer, offset, length);
        return this;
    }

    /// Ends it: the next piece begins another one.
    public byte[] bytes() {
        return digest.digest();
    }

    /// The same in hexadecimal digits.
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }
}

package org.netzero.emissions.inventory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.netzero.emissions.calculation.EmissionResult;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.platform.json.Decimals;

/// A SHA-256 that two inventories share when they have the same figures from the same factor
/// versions. Traces do not enter: they name the day of the calculation.
final class FigureDigest {

    private FigureDigest() {}

    static String of(Inventory inventory) {
        MessageDigest digest = sha256();
        inventory.everyResult().forEach(result -> digest.update(bytes(line(result))));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String line(EmissionResult result) {
        return String.join(
                "|",
                result.id().toString(),
                Decimals.plain(result.emission().kilograms()),
                result.factor().map(factor -> factor.id() + "@" + factor.version()).orElse(""),
                "\n");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

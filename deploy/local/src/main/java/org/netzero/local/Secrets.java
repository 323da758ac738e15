package org.netzero.local;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What only this installation knows: the admin's key, the pair the gateway signs tokens with, and
/// a password per database role. Made on the first start, kept in files only the owner can read.
final class Secrets {

    private static final int RANDOM_BYTES = 24;
    private static final String ADMIN_KEY_PREFIX = "nz_";

    private final String adminKey;
    private final Properties databasePasswords;

    private Secrets(String adminKey, Properties databasePasswords) {
        this.adminKey = adminKey;
        this.databasePasswords = databasePasswords;
    }

    static Secrets in(DataFolder folder) throws IOException {
        String adminKey = kept(folder.adminKey(), () -> ADMIN_KEY_PREFIX + random() + "\n").strip();
        keepSigningKeys(folder);
        Properties passwords = new Properties();
        passwords.load(new StringReader(kept(folder.databasePasswords(), Secrets::newPasswords)));
        return new Secrets(adminKey, passwords);
    }

    private static void keepSigningKeys(DataFolder folder) throws IOException {
        if (Files.exists(folder.privateKey()) && Files.exists(folder.publicKey())) {
            return;
        }
        SigningKeys keys = SigningKeys.generate();
        write(folder.publicKey(), keys.publicPem());
        write(folder.privateKey(), keys.privatePem());
    }

    private static String newPasswords() {
        return Stream.concat(
                        Stream.of(LocalPostgres.SUPERUSER),
                        Stream.of(SuiteService.values()).map(SuiteService::database))
                .map(role -> role + "=" + random() + "\n")
                .collect(Collectors.joining());
    }

    private static String kept(Path file, Supplier<String> first) throws IOException {
        if (!Files.exists(file)) {
            write(file, first.get());
        }
        return Files.readString(file);
    }

    /// Appears under its name only when it is complete.
    private static void write(Path file, String content) throws IOException {
        Path unfinished =
                Files.createTempFile(
                        file.getParent(),
                        file.getFileName().toString(),
                        ".unfinished",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String adminKey() {
        return adminKey;
    }

    String databasePassword(String role) {
        String password = databasePasswords.getProperty(role);
        if (password == null) {
            throw new StackException(
                    "The data folder has no password for the database role " + role);
        }
        return password;
    }
}

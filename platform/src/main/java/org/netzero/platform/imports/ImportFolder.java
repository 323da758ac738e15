package org.netzero.platform.imports;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The folder of files on their way, which the user of the service alone may read. Each instance
/// has one of its own, which outlives its process: a file stays until its import has ended.
@ApplicationScoped
class ImportFolder {

    private static final String ENDING = ".import";
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path folder;
    private final long maxBytes;

    ImportFolder(
            @ConfigProperty(name = "netzero.imports.folder") Path folder,
            @ConfigProperty(name = "netzero.imports.max-bytes") MemorySize maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes.asLongValue();
    }

    /// A body that was written down.
    ///
    /// @param sha256 in hexadecimal digits
    /// @param lines of it below the first, were it a CSV file
    record Spooled(Path file, long bytes, String sha256, long lines) {}

    Path file(UUID importId) {
        return folder.resolve(importId + ENDING);
    }

    /// @throws FileTooLarge when the body goes on beyond the limit
    Spooled spool(UUID importId, InputStream body) throws IOException {
        Path file = create(importId);
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            MessageDigest digest = sha256();
            var lines = new RowCount.OfLines();
            long bytes = 0;
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                bytes += count;
                if (bytes > maxBytes) {
                    throw new FileTooLarge(maxBytes);
                }
                digest.update(buffer, 0, count);
                lines.write(buffer, 0, count);
                out.write(buffer, 0, count);
            }
            whole = true;
            return new Spooled(
                    file, bytes, HexFormat.of().formatHex(digest.digest()), lines.rows());
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path create(UUID importId) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            try {
                Files.createDirectory(folder, ownersOnly("rwx------"));
            } catch (FileAlreadyExistsException meanwhile) {
                // another request made it
            }
        }
        return Files.createFile(file(importId), ownersOnly("rw-------"));
    }

    private FileAttribute<?>[] ownersOnly(String permissions) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /// The imports whose files lie here.
    List<UUID> held() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> importOf(file).stream()).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Optional<UUID> importOf(Path file) {
        String name = file.getFileName().toString();
        if (!name.endsWith(ENDING)) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(name.substring(0, name.length() - ENDING.length())));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    boolean isOlderThan(UUID importId, Instant moment) {
        try {
            return Files.getLastModifiedTime(file(importId)).toInstant().isBefore(moment);
        } catch (IOException gone) {
            return false;
        }
    }

    void drop(UUID importId) {
        try {
            Files.deleteIfExists(file(importId));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

package org.netzero.platform.imports;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.netzero.platform.digest.Sha256;

/// The folder of files on their way, which the user of the service alone may read. Each instance
/// has one of its own, which outlives its process: a file stays until its import has ended.
///
/// Its usual place is a name below the folder for temporary files, which anybody could take first.
/// So the service does not start with a folder, or a link to one, that belongs to another user; one
/// of its own that others may enter is closed to them.
@ApplicationScoped
class ImportFolder {

    private static final String ENDING = ".import";
    private static final int BUFFER_BYTES = 1 << 16;
    private static final Set<PosixFilePermission> OWNERS_ONLY =
            Collections.unmodifiableSet(PosixFilePermissions.fromString("rwx------"));

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
    /// @param folder the name of the one it lies in
    record Spooled(Path file, long bytes, String sha256, long lines, String folder) {}

    /// Its host and its place there, by which the instance knows its imports again.
    String name() {
        try {
            return InetAddress.getLocalHost().getHostName() + ":" + folder.toAbsolutePath();
        } catch (UnknownHostException nameless) {
            return ":" + folder.toAbsolutePath();
        }
    }

    /// Makes the folder where there is none, and closes it to others.
    ///
    /// @throws IllegalStateException when it is not the own of the user that the service runs as
    void secure() {
        try {
            make();
            UserPrincipal user = user();
            checkOwner(user, Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS));
            checkOwner(user, Files.getOwner(folder));
            if (isPosix() && !OWNERS_ONLY.containsAll(Files.getPosixFilePermissions(folder))) {
                Files.setPosixFilePermissions(folder, OWNERS_ONLY);
            }
        } catch (IOException failed) {
            throw new IllegalStateException(
                    "The folder of imports, %s, cannot be used; set netzero.imports.folder to one that belongs to the service's user"
                            .formatted(folder.toAbsolutePath()),
                    failed);
        }
    }

    /// Who the service runs as: the owner of what it makes.
    private UserPrincipal user() throws IOException {
        Path made = Files.createTempFile(folder, "owner-", "");
        try {
            return Files.getOwner(made);
        } finally {
            Files.delete(made);
        }
    }

    private void checkOwner(UserPrincipal user, UserPrincipal owner) {
        if (!owner.equals(user)) {
            throw new IllegalStateException(
                    "The folder of imports, %s, belongs to '%s', and the service runs as '%s'; remove it, or set netzero.imports.folder to another one"
                            .formatted(folder.toAbsolutePath(), owner.getName(), user.getName()));
        }
    }

    Path file(UUID importId) {
        return folder.resolve(importId + ENDING);
    }

    /// @throws FileTooLarge when the body goes on beyond the limit
    Spooled spool(UUID importId, InputStream body) throws IOException {
        Path file = create(importId);
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            var digest = new Sha256();
            var lines = new RowCount.OfLines();
            long bytes = 0;
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                bytes += count;
                if (bytes > maxBytes) {
                    throw new FileTooLarge(maxBytes);
                }
                digest.add(buffer, 0, count);
                lines.write(buffer, 0, count);
                out.write(buffer, 0, count);
            }
            whole = true;
            return new Spooled(file, bytes, digest.hex(), lines.rows(), name());
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path create(UUID importId) throws IOException {
        make();
        return Files.createFile(file(importId), ownersOnly("rw-------"));
    }

    private void make() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            try {
                Files.createDirectory(folder, ownersOnly("rwx------"));
            } catch (FileAlreadyExistsException meanwhile) {
                // another request made it
            }
        }
    }

    private FileAttribute<?>[] ownersOnly(String permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private boolean isPosix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
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

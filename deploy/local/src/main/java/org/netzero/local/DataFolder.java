package org.netzero.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// The folder a stack keeps everything in: data, keys, logs and what runs. Only its owner can read
/// it.
record DataFolder(Path root) {

    private static final long NEEDED_MEGABYTES = 1024;

    DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path programs() {
        return root.resolve("programs");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path streams() {
        return root.resolve("streams");
    }

    /// Files of imports on their way.
    Path imports() {
        return root.resolve("imports");
    }

    /// Temporary files of a program, of no use when it has ended.
    Path temporary(String name) {
        return root.resolve("temporary").resolve(name);
    }

    Path startCaches() {
        return root.resolve("start-caches");
    }

    Path startCacheMaker() {
        return root.resolve("start-caches.pid");
    }

    LogFile log(String name) {
        return new LogFile(root.resolve("logs").resolve(name + ".log"));
    }

    Path stackRecord() {
        return root.resolve("stack.json");
    }

    Path supervisorProcess() {
        return root.resolve("supervisor.pid");
    }

    /// Why the stack last ended by itself; absent when it did not.
    Path failure() {
        return root.resolve("failure.txt");
    }

    Path adminKey() {
        return root.resolve("admin.key");
    }

    Path privateKey() {
        return root.resolve("token-private.pem");
    }

    Path publicKey() {
        return root.resolve("token-public.pem");
    }

    Path databasePasswords() {
        return root.resolve("database-passwords.properties");
    }

    void create() throws IOException {
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /// Kept for the life of this process. Empty when another supervisor has it.
    Optional<FileLock> lock() throws IOException {
        FileChannel channel =
                FileChannel.open(
                        root.resolve("supervisor.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        return Optional.ofNullable(channel.tryLock());
    }

    long usableMegabytes() throws IOException {
        return Files.getFileStore(root).getUsableSpace() >> 20;
    }

    void requireSpace() throws IOException {
        long usable = usableMegabytes();
        if (usable < NEEDED_MEGABYTES) {
            throw new StackException(
                    "Only %d MB are left on the disk of %s and %d MB are needed: free some, or choose another folder with --data-dir"
                            .formatted(usable, root, NEEDED_MEGABYTES));
        }
    }
}

package org.netzero.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A log a process appends to. It is bounded: what grows past the limit moves to one older file,
/// and the process goes on writing into the same, now empty, file.
record LogFile(Path path) {

    static final long LIMIT_BYTES = 20L << 20;

    void bound(long limitBytes) throws IOException {
        if (!Files.exists(path) || Files.size(path) <= limitBytes) {
            return;
        }
        Files.copy(path, older(), StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        }
    }

    Path older() {
        return path.resolveSibling(path.getFileName() + ".1");
    }
}

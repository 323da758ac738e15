package org.netzero.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A log a process appends to. It is bounded: what grows past the limit moves to one older file,
/// and the process goes on writing into the same, now empty, file.
record LogFile(Path path) {

    static final long LIMIT_BYTES = 20L << 20;
    private static final long ENDING_BYTES = 16L << 10;

    void bound(long limitBytes) throws IOException {
        if (!Files.exists(path) || Files.size(path) <= limitBytes) {
            return;
        }
        Files.copy(path, older(), StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        }
    }

    /// How much was written so far: a place to read on from.
    long length() throws IOException {
        return Files.exists(path) ? Files.size(path) : 0;
    }

    String since(long position) throws IOException {
        if (!Files.exists(path)) {
            return "";
        }
        try (FileChannel channel = FileChannel.open(path)) {
            channel.position(position);
            return new String(
                    Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Where to read on, after what the process said last: for a sentence that tells why it ended.
    String ending() {
        return lastLine().map(line -> "\"" + line + "\", see " + path).orElse("see " + path);
    }

    private Optional<String> lastLine() {
        try {
            String ending = since(Math.max(0, length() - ENDING_BYTES));
            return ending.lines()
                    .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                    .reduce((earlier, later) -> later);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path older() {
        return path.resolveSibling(path.getFileName() + ".1");
    }
}

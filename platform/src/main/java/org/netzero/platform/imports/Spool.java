package org.netzero.platform.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.netzero.platform.problem.InvalidInput;

/// An XLSX body in a file of limited size, because its directory stands at its end. A file of its
/// own is deleted when this is closed, and when it is refused.
///
/// @param isOwn whether the file goes with this
/// @param hasStyles whether the workbook says how its cells are formatted
/// @param rows of its longest sheet
record Spool(Path file, boolean isOwn, boolean hasStyles, long rows) implements Closeable {

    /// @param packedBytes of the file as sent
    /// @param unpackedBytes of everything in it
    /// @param sharedTextBytes of the texts that its cells share, which are held in memory
    record Limits(long packedBytes, long unpackedBytes, long sharedTextBytes) {

        private static final long MEGABYTE = 1L << 20;

        static final Limits USUAL = new Limits(256 * MEGABYTE, 2_048 * MEGABYTE, 64 * MEGABYTE);

        /// A part that unpacks to more than so many times its size is made to fill a memory.
        static final int MAX_RATIO = 200;

        /// The ratio of smaller parts does not matter.
        static final long ANY_RATIO_BYTES = 16 * MEGABYTE;
    }

    /// @throws InvalidInput naming the limit, or when the body is no whole zip file
    static Spool of(InputStream body, Limits limits) throws IOException {
        Path file = Files.createTempFile("netzero-import-", ".xlsx");
        boolean usable = false;
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                copy(body, out, limits.packedBytes(), "the file");
            }
            Spool spool = check(file, true, limits);
            usable = true;
            return spool;
        } finally {
            if (!usable) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// A file that somebody else keeps.
    ///
    /// @throws InvalidInput naming the limit, or when it is no whole zip file
    static Spool at(Path file, Limits limits) throws IOException {
        if (Files.size(file) > limits.packedBytes()) {
            throw tooLarge("the file", limits.packedBytes());
        }
        return check(file, false, limits);
    }

    static InvalidInput notXlsx(String reason) {
        return new InvalidInput(
                "",
                "NOT_XLSX",
                "the file cannot be read as XLSX (%s); save it as 'Excel workbook (*.xlsx)' without a password"
                        .formatted(reason));
    }

    /// Unpacks every part once, because the sizes that a zip file states may be anything.
    private static Spool check(Path file, boolean isOwn, Limits limits) throws IOException {
        boolean styles = false;
        long rows = 0;
        try (var zip = new ZipFile(file.toFile())) {
            long left = limits.unpackedBytes();
            List<? extends ZipEntry> parts = Collections.list(zip.entries());
            for (ZipEntry part : parts) {
                boolean sharedTexts = part.getName().endsWith("sharedStrings.xml");
                styles |= part.getName().endsWith("styles.xml");
                var count = new RowCount.OfSheet();
                left -= unpack(zip, part, sharedTexts ? limits.sharedTextBytes() : left, count);
                rows = Math.max(rows, count.rows());
            }
        } catch (ZipException corrupt) {
            throw notXlsx(String.valueOf(corrupt.getMessage()));
        }
        return new Spool(file, isOwn, styles, rows);
    }

    private static long unpack(ZipFile zip, ZipEntry part, long limit, OutputStream seen)
            throws IOException {
        long ratioLimit =
                Math.max(Limits.ANY_RATIO_BYTES, part.getCompressedSize() * Limits.MAX_RATIO);
        try (var in = new CheckedInputStream(zip.getInputStream(part), new CRC32())) {
            String name = "'%s', unpacked,".formatted(part.getName());
            long size = copy(in, seen, Math.min(limit, ratioLimit), name);
            if (in.getChecksum().getValue() != part.getCrc()) {
                throw new ZipException("'%s' is damaged".formatted(part.getName()));
            }
            return size;
        }
    }

    private static long copy(InputStream in, OutputStream out, long limit, String what)
            throws IOException {
        byte[] buffer = new byte[1 << 16];
        long copied = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            copied += count;
            if (copied > limit) {
                throw tooLarge(what, limit);
            }
            out.write(buffer, 0, count);
        }
        return copied;
    }

    private static InvalidInput tooLarge(String what, long limit) {
        return new InvalidInput(
                "",
                "FILE_TOO_LARGE",
                "%s has more than the %d bytes allowed; split it, or send CSV"
                        .formatted(what, limit));
    }

    @Override
    public void close() throws IOException {
        if (isOwn) {
            Files.deleteIfExists(file);
        }
    }
}

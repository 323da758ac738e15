package org.netzero.platform.imports;

import jakarta.ws.rs.core.MediaType;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/// A file on disk whose first row was found right.
///
/// @param fileRows about how many rows it has below the first
/// @param position how many bytes of it were read
record OpenedFile(Rows rows, long fileRows, Position position) implements Closeable {

    /// How far a file was read. All a workbook's progress is known by is its rows.
    @FunctionalInterface
    interface Position {
        long bytesRead(long rowsRead);
    }

    /// @param lines of it, were it a CSV file
    /// @throws org.netzero.platform.problem.InvalidInput when its first row is not one of this form
    static OpenedFile of(Path file, MediaType type, long lines, RowForm form) throws IOException {
        var named = new ImportFile(type, InputStream.nullInputStream());
        return named.isWorkbook()
                ? workbook(file, form)
                : csv(new ImportFile(type, new Counted(Files.newInputStream(file))), lines, form);
    }

    private static OpenedFile workbook(Path file, RowForm form) throws IOException {
        Spool spool = Spool.at(file, Spool.Limits.USUAL);
        long bytes = Files.size(file);
        long all = Math.max(1, spool.rows());
        return new OpenedFile(
                XlsxRows.open(spool, form),
                Math.max(0, spool.rows() - 1),
                rowsRead -> (long) ((double) bytes * Math.min(rowsRead, all) / all));
    }

    private static OpenedFile csv(ImportFile file, long lines, RowForm form) throws IOException {
        boolean usable = false;
        try {
            var body = (Counted) file.body();
            var opened = new OpenedFile(file.rows(form), lines, rowsRead -> body.count.get());
            usable = true;
            return opened;
        } finally {
            if (!usable) {
                file.body().close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private static final class Counted extends FilterInputStream {

        private final AtomicLong count = new AtomicLong();

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count.addAndGet(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count.addAndGet(Math.max(0, read));
            return read;
        }
    }
}

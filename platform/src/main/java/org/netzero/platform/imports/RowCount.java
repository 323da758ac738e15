package org.netzero.platform.imports;

import java.io.OutputStream;

/// Counts rows in bytes that pass, without reading them: an upper bound that decides how a file is
/// worked through, and what its progress is measured by.
abstract sealed class RowCount extends OutputStream {

    private long rows;

    long rows() {
        return rows;
    }

    final void count() {
        rows++;
    }

    @Override
    public final void write(byte[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            write(buffer[i]);
        }
    }

    /// Not so wide as to throw.
    @Override
    public abstract void write(int next);

    /// Lines of a CSV file below its first, those inside quotes too.
    static final class OfLines extends RowCount {

        private int last = '\n';
        private boolean first = true;

        @Override
        public void write(int next) {
            if (last == '\n' || last == '\r') {
                startLine(next);
            }
            last = next;
        }

        private void startLine(int next) {
            if (next == '\n' || next == '\r') {
                return;
            }
            if (first) {
                first = false;
            } else {
                count();
            }
        }
    }

    /// Rows of a sheet, `<row …>…</row>`, with or without a prefix; the first one too.
    static final class OfSheet extends RowCount {

        private static final int[] END = {'r', 'o', 'w', '>'};

        private int matched;
        private int last;

        @Override
        public void write(int next) {
            boolean starts = next == END[0] && (last == '/' || last == ':');
            if (matched > 0 && next == END[matched]) {
                matched++;
            } else {
                matched = starts ? 1 : 0;
            }
            if (matched == END.length) {
                count();
                matched = 0;
            }
            last = next;
        }
    }
}

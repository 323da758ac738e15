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
    public void write(byte[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            write(buffer[i]);
        }
    }

    /// Not so wide as to throw.
    @Override
    public abstract void write(int next);

    /// Lines of a CSV file below its first, those inside quotes too.
    static final class OfLines extends RowCount {

        private boolean startsLine = true;
        private boolean first = true;

        @Override
        public void write(byte[] buffer, int offset, int length) {
            boolean starts = startsLine;
            for (int i = offset; i < offset + length; i++) {
                boolean endsLine = buffer[i] == '\n' || buffer[i] == '\r';
                if (starts && !endsLine) {
                    startLine();
                }
                starts = endsLine;
            }
            startsLine = starts;
        }

        @Override
        public void write(int next) {
            write(new byte[] {(byte) next}, 0, 1);
        }

        private void startLine() {
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

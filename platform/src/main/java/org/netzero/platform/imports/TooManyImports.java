package org.netzero.platform.imports;

/// As many imports wait for their turn, or as many files are looked at, as may; nothing of this one
/// was kept.
public final class TooManyImports extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyImports(int most) {
        this(
                "%d imports wait for their turn, which is the most that may; send the file again when some of them have ended"
                        .formatted(most));
    }

    private TooManyImports(String message) {
        super(message);
    }

    static TooManyImports lookedAt(int most) {
        return new TooManyImports(
                "The columns of %d files are looked at, which is the most at once; send the file again in a moment"
                        .formatted(most));
    }
}

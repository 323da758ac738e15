package org.netzero.platform.imports;

/// As many imports wait for their turn as may; nothing of this one was kept.
public final class TooManyImports extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyImports(int most) {
        super(
                "%d imports wait for their turn, which is the most that may; send the file again when some of them have ended"
                        .formatted(most));
    }
}

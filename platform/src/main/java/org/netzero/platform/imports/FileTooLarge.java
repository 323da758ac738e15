package org.netzero.platform.imports;

/// A file has more bytes than an import takes; nothing of it was stored.
public final class FileTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    FileTooLarge(long limitBytes) {
        super(
                "The file has more than the %d bytes an import takes; split it"
                        .formatted(limitBytes));
    }
}

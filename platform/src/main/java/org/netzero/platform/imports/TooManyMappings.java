package org.netzero.platform.imports;

/// As many mappings of a kind, or revisions of a mapping, are on file as are kept.
public final class TooManyMappings extends RuntimeException {

    private static final long serialVersionUID = 1;

    private TooManyMappings(String message) {
        super(message);
    }

    static TooManyMappings ofKind(ImportKind kind, int most) {
        return new TooManyMappings(
                "%d mappings of %s are on file, which is the most that are kept; state one of them anew in place of a new one"
                        .formatted(most, kind.name()));
    }

    static TooManyMappings ofName(String name, int most) {
        return new TooManyMappings(
                "Mapping '%s' was stated %d times, which is the most that are kept; state it under another name"
                        .formatted(name, most));
    }
}

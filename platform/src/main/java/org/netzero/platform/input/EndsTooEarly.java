package org.netzero.platform.input;

/// An end that is not after its start.
final class EndsTooEarly extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    EndsTooEarly(Object start, Object end) {
        super("%s is not after %s".formatted(end, start));
    }
}
